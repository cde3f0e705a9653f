// SPDX-License-Identifier: Apache-2.0
// One document: what it says, its number and digests, to whom and how it was delivered.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Descriptions, Form, Result, Space, Spin, Tag } from 'antd';
import { Problem } from '../api/client';
import { type Addressee, type Delivery, documentOf, fileAddress, type OfficialDocument, receiptAddress, reviseDocument, scanAddress } from '../api/document';
import { besides, given, lackingWords, linesOf, opened, shown, stageWords, subjectName, wayWords } from '../document-words';
import { ConfirmButton, DeliverForm, IssueButton, IssueDespiteForm, PrintButton, VoidDocumentForm } from '../forms/document-acts';
import { AddresseeFields, DocumentFields } from '../forms/document-fields';
import { useChange } from '../parts/change';
import { GiveConsentButton } from '../parts/consents';
import { LedgerEntry } from '../parts/findings';
import { type Column, Rows } from '../parts/rows';
import { isBureau, mayConfirmDocuments, mayIssueDocuments, mayVoidDocuments, mayWriteDocuments, useSession } from '../parts/session';
import { time } from '../words';
import './documents.css';

type Row = Record<string, string>;

function RowsOf({ document, code }: { document: OfficialDocument; code: string }) {
  const field = document.form.fields.find((one) => one.code === code)!;
  const rows = (document.fields as Record<string, Row[] | undefined>)[code] ?? [];
  const columns: Column<Row>[] = [
    { title: '序号', width: 64, render: (row) => rows.indexOf(row) + 1 },
    ...field.columns.map((column): Column<Row> => ({ title: field.columns.length === 1 ? field.name : column.name, render: (row) => row[column.code] })),
  ];
  return <Rows label={field.name} columns={columns} rows={rows} rowKey={(row) => String(rows.indexOf(row))} empty={`没有填写${field.name}。`} />;
}

// As it is printed, without its layout.
function Paper({ document }: { document: OfficialDocument }) {
  const { form, row } = document;
  const facts = besides(form).filter((field) => field.input !== 'rows' && shown(field, document.fields as Record<string, unknown>) !== '');
  return (
    <article className="panel document-paper" aria-label="文书内容">
      <h2>{form.name}</h2>
      <p className="document-number">{row.number ?? (row.stage === 'draft' ? '草稿（未编号）' : '')}</p>
      {row.addressee_name && form.to !== 'internal' && form.body.length > 0 && <p>{row.addressee_name}：</p>}
      {facts.length > 0 && (
        <Descriptions
          bordered
          size="small"
          column={{ xs: 1, md: 2 }}
          items={facts.map((field) => ({
            key: field.code,
            label: field.name,
            children: <span className="document-text">{shown(field, document.fields as Record<string, unknown>)}</span>,
            span: field.input === 'text' ? 2 : 1,
          }))}
        />
      )}
      {linesOf(document).map((line, at) =>
        'rows' in line ? (
          <RowsOf key={at} document={document} code={line.rows.code} />
        ) : (
          <p key={at} className="document-line document-text">
            {line.text}
          </p>
        ),
      )}
      {besides(form)
        .filter((field) => field.input === 'rows')
        .map((field) => (
          <RowsOf key={field.code} document={document} code={field.code} />
        ))}
    </article>
  );
}

interface Given {
  addressee: Addressee;
  addressee_name?: string;
  fields: Record<string, unknown>;
}

function Draft({ document }: { document: OfficialDocument }) {
  const [form] = Form.useForm<Given>();
  const { id, addressee_name: name } = document.row;
  const change = useChange(
    '草稿已保存',
    ({ addressee, addressee_name = '', fields }: Given) =>
      reviseDocument(id, { addressee: { kind: addressee.kind, id: addressee.id ?? '' }, addressee_name, fields: given(document.form, fields) as never }),
    { form },
  );
  const { addressee } = document;
  const initial = { addressee, addressee_name: addressee.kind === 'other' ? name : '', fields: opened(document.form, document.fields as Record<string, unknown>) };
  return (
    <div className="panel">
      <Form<Given> form={form} name="document" layout="vertical" initialValues={initial} scrollToFirstError onFinish={(values) => change.mutate(values)}>
        <AddresseeFields known={addressee.id ? { value: addressee.id, label: name } : undefined} />
        <DocumentFields form={document.form} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          保存草稿
        </Button>
      </Form>
    </div>
  );
}

function DeliveryItem({ id, delivery }: { id: string; delivery: Delivery }) {
  return (
    <li>
      <strong>{wayWords[delivery.way]}</strong>　{delivery.on}
      {delivery.effective !== delivery.on && `，视为 ${delivery.effective} 送达`}
      {delivery.deemed && <span className="muted">（{delivery.deemed.citation.source}）</span>}
      <div className="muted">
        {[delivery.receiver && `签收 ${delivery.receiver}`, delivery.place, delivery.by && `登记 ${delivery.by}`, delivery.note].filter(Boolean).join('；')}
      </div>
      {delivery.way === 'electronic' && <div>{delivery.confirmed_at ? `受送达人 ${time(delivery.confirmed_at)} 确认收到` : '受送达人还没有确认收到'}</div>}
      {delivery.warnings.map((warning) => (
        <div key={warning} className="late">
          {warning}
        </div>
      ))}
      {delivery.scans.map((scan) => (
        <span key={scan.file.sm3}>
          <a href={scanAddress(id, scan.file.sm3)} download>
            {scan.file_name}
          </a>
          {'　'}
        </span>
      ))}
      <LedgerEntry entry={delivery.entry} />
    </li>
  );
}

function Digest({ of }: { of: { sm3: string; sha256: string } | null | undefined }) {
  if (!of) return <span className="muted">还没有</span>;
  return (
    <>
      <div>
        SM3 <code className="digest">{of.sm3}</code>
      </div>
      <div>
        SHA-256 <code className="digest">{of.sha256}</code>
      </div>
    </>
  );
}

const subjectPages: Record<string, '/cases/$id' | '/inspections/$id' | '/rectifications/$id'> = {
  case: '/cases/$id',
  inspection: '/inspections/$id',
  rectification: '/rectifications/$id',
};

function Subject({ of: { kind, id } }: { of: OfficialDocument['row']['subject'] }) {
  const bureau = isBureau(useSession().data);
  const page = subjectPages[kind];
  if (!bureau || !page) return subjectName(kind, id);
  return (
    <Link to={page} params={{ id }}>
      {subjectName(kind, id)}
    </Link>
  );
}

function Facts({ document }: { document: OfficialDocument }) {
  const { row } = document;
  const address = document.check ? new URL(document.check).pathname : '';
  return (
    <div className="panel">
      <Descriptions
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'n', label: '文号', children: row.number ?? (document.form.word ? '签发时给出' : '不编号') },
          { key: 's', label: '事项', children: <Subject of={row.subject} /> },
          { key: 'b', label: '部门', children: row.bureau_name },
          { key: 'a', label: '受送达人', children: row.addressee_name || '—' },
          { key: 'i', label: '签发', children: row.issued_on ? `${row.issued_on}　${document.issued_by ?? ''}` : '还没有' },
          { key: 'd', label: '送达日期', children: row.delivered_on ?? '还没有' },
          ...(document.docx ? [{ key: 'x', label: 'DOCX 摘要', span: 2, children: <Digest of={document.docx} /> }] : []),
          ...(document.docx ? [{ key: 'p', label: 'PDF 摘要', span: 2, children: <Digest of={document.pdf} /> }] : []),
          ...(address ? [{ key: 'c', label: '公开查验', children: <a href={address} target="_blank" rel="noreferrer">{document.check}</a> }] : []),
        ]}
      />
      {document.deliveries.length > 0 && (
        <>
          <h3>送达</h3>
          <ul className="plain">
            {document.deliveries.map((delivery) => (
              <DeliveryItem key={delivery.entry} id={row.id} delivery={delivery} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Acts({ document }: { document: OfficialDocument }) {
  const session = useSession().data;
  const { row } = document;
  const ours = isBureau(session) && session?.unit === row.bureau;
  const open = row.stage === 'issued' || row.stage === 'delivered';
  const issues = ours && mayIssueDocuments(session);
  return (
    <Space wrap className="no-print">
      <Button href={fileAddress(row.id, 'docx')} download>
        {row.stage === 'draft' ? '预览 DOCX' : '下载 DOCX'}
      </Button>
      {(row.stage === 'draft' || document.pdf) && (
        <Button href={fileAddress(row.id, 'pdf')} download>
          {row.stage === 'draft' ? '预览 PDF' : '下载 PDF'}
        </Button>
      )}
      {issues && open && !document.pdf && <PrintButton document={document} />}
      {open && ours && (
        <Button href={receiptAddress(row.id)} download>
          送达回执
        </Button>
      )}
      {issues && row.stage === 'draft' && (document.lacking.length > 0 ? <IssueDespiteForm document={document} /> : <IssueButton document={document} />)}
      {issues && open && <DeliverForm document={document} />}
      {ours && mayVoidDocuments(session) && row.stage !== 'voided' && <VoidDocumentForm document={document} />}
      {!isBureau(session) && mayConfirmDocuments(session) && !document.consent && <GiveConsentButton bureau={row.bureau} name={row.bureau_name} />}
      {!isBureau(session) && mayConfirmDocuments(session) && row.confirm && <ConfirmButton id={row.id} />}
    </Space>
  );
}

export function DocumentPage() {
  const session = useSession().data;
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const found = useQuery({ queryKey: ['document', id], queryFn: () => documentOf(id) });
  if (found.isPending) return <Spin />;
  if (!found.data) {
    const hidden = found.error instanceof Problem && found.error.status < 500;
    return <Result status={hidden ? '404' : '500'} title={hidden ? '没有这份文书，或您不能查看' : '没有读到文书，请刷新'} />;
  }
  const document = found.data;
  const { row } = document;
  const writes = row.stage === 'draft' && mayWriteDocuments(session) && session?.unit === row.bureau;
  return (
    <>
      <div className="headline">
        <div>
          <h1>{row.name}</h1>
          <p>
            {row.number ?? id}　<Tag color={stageWords[row.stage].color}>{stageWords[row.stage].label}</Tag>
          </p>
        </div>
        <Acts document={document} />
      </div>
      {document.voided && <Alert type="warning" showIcon title={`已作废：${document.voided}`} style={{ marginBottom: 16 }} />}
      {document.warnings.length > 0 && (
        <Alert type="info" showIcon style={{ marginBottom: 16 }} title={`提示，不影响签发：${document.warnings.join('；')}`} />
      )}
      {document.lacking.length > 0 && (
        <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={`${lackingWords(document.lacking)}：签发须写明理由`} />
      )}
      {document.despite && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={`越过提示签发：签发时${lackingWords(document.despite.missing)}`}
          description={`理由：${document.despite.reason}`}
        />
      )}
      <Facts document={document} />
      {writes ? <Draft key={id} document={document} /> : <Paper document={document} />}
      <p className="muted">
        栏目依据：{document.form.citation.source}；正文由平台拟写，部门可以换用自己的表样。
      </p>
    </>
  );
}
