// SPDX-License-Identifier: Apache-2.0
// A new document: of which matter, of which kind, and what it says. /documents/new?subject=case:AJ-1&kind=hearing_notice
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Result, Select, Space, Spin } from 'antd';
import { useState } from 'react';
import { Problem } from '../api/client';
import { type Addressee, type Blank, blankDocument, documentKinds, draftDocument } from '../api/document';
import { given, opened, subjectIn, subjectName, subjectWords } from '../document-words';
import { AddresseeFields, DocumentFields } from '../forms/document-fields';
import { useChange } from '../parts/change';
import { useFilters } from '../parts/filters';
import { emptyWords } from '../parts/many';
import { mayWriteDocuments, useSession } from '../parts/session';
import './documents.css';

function ChooseMatter({ onChosen }: { onChosen: (subject: string) => void }) {
  const [kind, setKind] = useState('inspection');
  const [id, setId] = useState('');
  const named = /^[0-9A-Za-z-]+$/.test(id);
  return (
    <Space wrap>
      <Select aria-label="事项种类" style={{ width: 140 }} value={kind} onChange={setKind} options={Object.entries(subjectWords).map(([value, label]) => ({ value, label }))} />
      <Input aria-label="事项编号" style={{ width: 240 }} value={id} maxLength={60} placeholder="编号，字母、数字和连字符" onChange={(event) => setId(event.target.value.trim())} />
      <Button type="primary" disabled={!named} onClick={() => onChosen(`${kind}:${id}`)}>
        就这个事项
      </Button>
    </Space>
  );
}

function ChooseKind({ value, onChosen }: { value: string | undefined; onChosen: (kind: string) => void }) {
  const kinds = useQuery({ queryKey: ['document-kinds'], queryFn: documentKinds });
  return (
    <Select
      aria-label="文书种类"
      style={{ width: '100%', maxWidth: 420 }}
      showSearch={{ optionFilterProp: 'label' }}
      loading={kinds.isPending}
      value={value}
      placeholder="选择文书"
      notFoundContent={emptyWords(kinds, '文书种类', '没有这样的文书')}
      onChange={onChosen}
      options={(kinds.data ?? []).map((one) => ({ value: one.kind, label: one.name }))}
    />
  );
}

interface Given {
  addressee: Addressee;
  addressee_name?: string;
  fields: Record<string, unknown>;
}

function Write({ blank, kind, subject }: { blank: Blank; kind: string; subject: { kind: string; id: string } }) {
  const [form] = Form.useForm<Given>();
  const navigate = useNavigate();
  const change = useChange(
    '草稿已保存',
    ({ addressee, addressee_name = '', fields }: Given) =>
      draftDocument({ kind, subject, addressee: { kind: addressee.kind, id: addressee.id ?? '' }, addressee_name, fields: given(blank.form, fields) as never }),
    { form, done: (written) => void navigate({ to: '/documents/$id', params: { id: written.result.id } }) },
  );
  const known = blank.addressee.id ? blank.addressee : ({ kind: blank.form.to === 'party' ? 'institution' : 'other' } as Addressee);
  return (
    <>
      {blank.warnings.length > 0 && <Alert type="info" showIcon style={{ marginBottom: 16 }} title={`提示，不影响制作：${blank.warnings.join('；')}`} />}
      <div className="panel">
        <Form<Given>
          form={form}
          name="document"
          layout="vertical"
          scrollToFirstError
          initialValues={{ addressee: known, addressee_name: blank.addressee_name, fields: opened(blank.form, blank.fields as Record<string, unknown>) }}
          onFinish={(values) => change.mutate(values)}
        >
          <AddresseeFields known={blank.addressee.id ? { value: blank.addressee.id, label: blank.addressee_name } : undefined} />
          <DocumentFields form={blank.form} />
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            保存草稿
          </Button>
        </Form>
      </div>
    </>
  );
}

// The place has no such document, or the matter is not there; or it was not read.
function NoBlank({ problem }: { problem: unknown }) {
  const told = problem instanceof Problem && problem.status < 500;
  return <Result status={told ? '404' : '500'} title={told ? (problem.fields[0]?.text ?? problem.message) : '没有读到这种文书，请刷新'} />;
}

export function NewDocumentPage() {
  const session = useSession().data;
  const [filters, go] = useFilters();
  const subject = subjectIn(filters.subject);
  const kind = filters.kind;
  const blank = useQuery({
    queryKey: ['document-blank', kind, subject?.kind, subject?.id],
    queryFn: () => blankDocument(kind!, subject!.kind, subject!.id),
    enabled: kind !== undefined && subject !== undefined,
  });
  if (session && !mayWriteDocuments(session)) return <Result status="403" title="执法文书由应急管理部门制作" />;
  return (
    <>
      <div className="headline">
        <div>
          <h1>制作文书</h1>
          <p>{subject ? `事项：${subjectName(subject.kind, subject.id)}` : '先写明是哪个检查、整改或者案件的文书。'}</p>
        </div>
      </div>
      <div className="panel">{subject ? <ChooseKind value={kind} onChosen={(chosen) => go({ kind: chosen })} /> : <ChooseMatter onChosen={(chosen) => go({ subject: chosen })} />}</div>
      {subject && kind && blank.isPending && <Spin />}
      {subject && kind && blank.error && <NoBlank problem={blank.error} />}
      {subject && kind && blank.data && <Write key={`${kind} ${subject.id}`} blank={blank.data} kind={kind} subject={subject} />}
    </>
  );
}
