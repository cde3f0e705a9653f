// SPDX-License-Identifier: Apache-2.0
import { Button, Tag } from 'antd';
import type { Instrument } from '../../api/registry';
import { instrumentSheet } from '../../api/sheets';
import { CalibrationForm, InstrumentForm } from '../../forms/instrument';
import { TakeIn } from '../../forms/take-in';
import { useBranchName, useInstruments } from '../../parts/registry';
import { type Column, Rows } from '../../parts/rows';
import { UntilTag } from '../../parts/until';

function Calibrated({ instrument }: { instrument: Instrument }) {
  const last = instrument.calibration;
  if (!last) return <Tag color="red">未登记检定校准</Tag>;
  return (
    <>
      {last.until} <UntilTag until={last.until} quiet />
      <div className="muted">
        {last.on} {last.laboratory}　{last.certificate}
      </div>
    </>
  );
}

function columnsFor(institution: string, edits: boolean, branchName: (branch?: string) => string): Column<Instrument>[] {
  return [
    {
      title: '名称',
      render: (row) => (
        <>
          {row.name}
          <div className="muted">{row.model}</div>
        </>
      ),
    },
    { title: '出厂编号', width: 120, render: (row) => row.serial },
    { title: '所在单位', render: (row) => branchName(row.branch) },
    { title: '检定校准有效期至', render: (row) => <Calibrated instrument={row} /> },
    ...(edits
      ? [{ title: '办理', width: 130, render: (row: Instrument) => <CalibrationForm institution={institution} instrument={row} /> }]
      : []),
  ];
}

export function Instruments({ institution, edits }: { institution: string; edits: boolean }) {
  const instruments = useInstruments(institution);
  const branchName = useBranchName(institution);
  return (
    <>
      <div className="filters no-print">
        {edits && <InstrumentForm institution={institution} />}
        {edits && <TakeIn kind={instrumentSheet(institution)} />}
        <Button href={`/api/v1/institutions/${institution}/instrument-list`} download>
          导出清单
        </Button>
      </div>
      <Rows
        label="仪器设备"
        columns={columnsFor(institution, edits, branchName)}
        rows={instruments.data ?? []}
        rowKey={(row) => row.id}
        pending={instruments.isPending}
        empty={instruments.error ? '没有读到仪器设备，请刷新。' : '没有登记仪器设备。'}
        least={760}
      />
    </>
  );
}
