// SPDX-License-Identifier: Apache-2.0
// The list of a draw in strata: by what, how many of each are proposed, and what the planner makes of that.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, InputNumber, Select, Space, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { type AskStrata, type PlanDraw, type SplitBy, strataPreview } from '../api/draw';
import { base64Of } from '../api/sheets';
import { splitsOf, splitWords, stratumProblem, type StratumRow, sumOf } from '../draw-words';
import { showProblem } from '../parts/problem';
import { type Column, Rows } from '../parts/rows';

const kLargest = 8 * 1024 * 1024;

export interface GivenSplit {
  by: SplitBy;
  rows: StratumRow[]; // none before they are proposed
  sheet?: GivenSheet;
}

interface GivenSheet {
  file_name: string;
  content: string;
  columns: string[];
  column?: string;
  placed: AskStrata['placed'];
  problems: string[];
  sm3: string;
}

type Asked = Pick<AskStrata, 'scope' | 'since' | 'left_out' | 'take' | 'reserve'>;

/** What of it is sent with the plan. */
export function splitOf(given: GivenSplit | undefined): PlanDraw['split'] {
  if (!given) return undefined;
  const { by, rows, sheet } = given;
  return {
    by,
    strata: rows.map(({ stratum, take, reserve }) => ({ stratum, take, reserve })),
    placed: by === 'sheet' ? (sheet?.placed ?? []) : [],
    ...(by === 'sheet' && sheet?.column ? { column: sheet.column, source: { file_name: sheet.file_name, sm3: sheet.sm3 } } : {}),
  };
}

// A workbook is read with its columns first, then with the one that was chosen.
function Workbook({ asked, sheet, onRead }: { asked: Asked; sheet?: GivenSheet; onRead: (sheet: GivenSheet) => void }) {
  const app = App.useApp();
  const reading = useMutation({
    mutationFn: async ({ file_name, content, column }: { file_name: string; content: string; column?: string }): Promise<GivenSheet> => {
      const read = await strataPreview({ ...asked, by: 'sheet', placed: [], content, column });
      return { file_name, content, column, columns: read.columns, placed: column ? read.placed : [], problems: read.problems, sm3: read.sm3 };
    },
    onSuccess: onRead,
    onError: (problem) => showProblem(app, problem),
  });
  return (
    <Space wrap align="start" style={{ marginBottom: 12 }}>
      <Upload
        accept=".xlsx"
        showUploadList={false}
        disabled={reading.isPending}
        beforeUpload={(file) => {
          if (file.size > kLargest) app.message.error('文件超过 8 MB');
          else void base64Of(file).then((content) => reading.mutate({ file_name: file.name, content }));
          return false;
        }}
      >
        <Button loading={reading.isPending}>{sheet ? '换一份表格' : '选择表格（.xlsx）'}</Button>
      </Upload>
      {sheet && (
        <Select
          aria-label="分层的列"
          placeholder="按哪一列"
          style={{ width: 200 }}
          value={sheet.column}
          options={sheet.columns.map((one) => ({ value: one, label: one }))}
          onChange={(column: string) => reading.mutate({ file_name: sheet.file_name, content: sheet.content, column })}
        />
      )}
      <span className="muted">
        {sheet ? `${sheet.file_name}${sheet.column ? `：读入 ${sheet.placed.length} 家；没有写到的归“未列入”一层` : ''}` : '表格要有“机构名称”一栏，另有一栏写明归哪一层。'}
      </span>
    </Space>
  );
}

function Numbers({ rows, pending, onChange }: { rows: (StratumRow & { share?: string })[]; pending: boolean; onChange: (rows: StratumRow[]) => void }) {
  const set = (stratum: string, over: Partial<StratumRow>) => onChange(rows.map((row) => (row.stratum === stratum ? { ...row, ...over } : row)));
  const number = (row: StratumRow, of: 'take' | 'reserve', label: string) => (
    <InputNumber
      min={0}
      max={1000}
      precision={0}
      style={{ width: 80 }}
      value={row[of]}
      status={stratumProblem(row) ? 'error' : undefined}
      aria-label={`${row.stratum}的${label}`}
      onChange={(value) => set(row.stratum, { [of]: value ?? 0 })}
    />
  );
  const columns: Column<StratumRow & { share?: string }>[] = [
    { title: '分层', render: (row) => row.stratum },
    { title: '名单', width: 70, render: (row) => `${row.candidates} 家` },
    { title: '按比例', width: 80, render: (row) => row.share ?? '' },
    { title: '抽取', width: 110, render: (row) => number(row, 'take', '抽取家数') },
    {
      title: '递补',
      width: 150,
      render: (row) => (
        <>
          {number(row, 'reserve', '递补家数')}
          {stratumProblem(row) && <div className="late">{stratumProblem(row)}</div>}
        </>
      ),
    },
  ];
  return <Rows label="分层" columns={columns} rows={rows} rowKey={(row) => row.stratum} pending={pending} empty="名单是空的，没有可分的层。" least={480} />;
}

/** A field of the plan's form: nothing, or by what the list is split and how many of each stratum. */
export function StrataField({ value, onChange, asked }: { value?: GivenSplit; onChange?: (value: GivenSplit | undefined) => void; asked: Asked }) {
  const [chosen, setChosen] = useState<SplitBy>();
  const by = chosen && splitsOf(asked.scope).includes(chosen) ? chosen : undefined; // the list may have become one of bureaus
  const [sheet, setSheet] = useState<GivenSheet>();
  const ready = by !== undefined && (by !== 'sheet' || sheet?.column !== undefined) && (asked.scope !== 'served' || asked.since !== undefined);
  const placed = by === 'sheet' ? (sheet?.placed ?? []) : [];
  const proposal = useQuery({
    queryKey: ['draw-strata', by, asked, sheet?.sm3, sheet?.column],
    queryFn: () => strataPreview({ ...asked, by: by!, placed }),
    enabled: ready,
  });
  const strata = proposal.data?.strata;
  // What was changed by hand is proposed anew where the list, the number or the way of splitting is another.
  useEffect(() => {
    onChange?.(by && { by, rows: (ready && strata) || [], sheet });
  }, [by, ready, strata]);
  const rows = value?.rows ?? [];
  const sum = sumOf(rows, 'take');
  return (
    <>
      <Select
        allowClear
        aria-label="分层依据"
        placeholder="不分层"
        style={{ width: 240, marginBottom: 12 }}
        value={by}
        options={splitsOf(asked.scope).map((one) => ({ value: one, label: splitWords[one] }))}
        onChange={(picked?: SplitBy) => setChosen(picked)}
      />
      {by === 'sheet' && <Workbook asked={asked} sheet={sheet} onRead={setSheet} />}
      {by === 'sheet' && sheet && sheet.problems.length > 0 && <Alert type="warning" showIcon title={sheet.problems.join('；')} style={{ marginBottom: 12 }} />}
      {ready && <Numbers rows={rows} pending={proposal.isPending} onChange={(changed) => onChange?.({ by: by!, rows: changed, sheet })} />}
      {ready && rows.length > 0 && (
        <p className="muted">
          合计抽取 {sum} 家，递补 {sumOf(rows, 'reserve')} 家{sum === asked.take ? '' : `（上面写的是 ${asked.take} 家，以各层合计为准）`}
          。建议的家数按比例、最大余数法：先取整数，余下的给小数部分最大的层；有对象的层至少一家。可以改。
        </p>
      )}
    </>
  );
}
