// SPDX-License-Identifier: Apache-2.0
// A workbook's rows are shown with what is wrong before any is registered; the wrong ones come back in a workbook.
import { InboxOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Drawer, Space, Tag, Upload } from 'antd';
import { useState } from 'react';
import { base64Of, type SheetDone, type SheetKind, type SheetPreview, type SheetRow } from '../api/sheets';
import { useChange } from '../parts/change';
import { showProblem } from '../parts/problem';
import { type Column, Rows } from '../parts/rows';
import { useSession } from '../parts/session';
import { confirmUnclassified } from '../parts/unclassified';

const kLargest = 8 * 1024 * 1024;
const kShown = 3; // columns that tell which row it is; the rest are in the workbook

const stateWords: Record<SheetRow['state'], { label: string; color: string }> = {
  added: { label: '可登记', color: 'green' },
  known: { label: '已有', color: 'default' },
  wrong: { label: '有错误', color: 'red' },
};

function Told({ row }: { row: SheetRow }) {
  if (row.state === 'known') return <span className="muted">{row.note}</span>;
  return (
    <>
      {row.problems.map((one, at) => (
        <div key={at}>{one.column ? `${one.column}：${one.text}` : one.text}</div>
      ))}
    </>
  );
}

function columnsFor(preview: SheetPreview): Column<SheetRow>[] {
  return [
    { title: '行', width: 56, render: (row) => row.row },
    {
      title: '结果',
      width: 84,
      render: (row) => <Tag color={stateWords[row.state].color}>{stateWords[row.state].label}</Tag>,
    },
    ...preview.columns.slice(0, kShown).map((title, at) => ({ title, render: (row: SheetRow) => row.values[at] })),
    { title: '说明', width: 300, render: (row) => <Told row={row} /> },
  ];
}

function Chosen({ preview, file }: { preview: SheetPreview; file: string }) {
  const wrongFirst = [...preview.rows].sort((a, b) => Number(b.state === 'wrong') - Number(a.state === 'wrong') || a.row - b.row);
  return (
    <>
      <Alert
        type={preview.wrong > 0 ? 'warning' : 'info'}
        showIcon
        title={`${file}：可登记 ${preview.added} 行，已有 ${preview.known} 行，有错误 ${preview.wrong} 行`}
        description={
          preview.ignored.length > 0 ? `没有导入的栏目：${preview.ignored.join('、')}` : '已有的和有错误的行不会登记。'
        }
        style={{ marginBottom: 12 }}
      />
      <Rows
        label="预览"
        columns={columnsFor(preview)}
        rows={wrongFirst}
        rowKey={(row) => String(row.row)}
        empty="工作簿里没有填写任何一行。"
        least={720}
      />
    </>
  );
}

// The workbook with the column of what is wrong, as the preview brought it.
function Checked({ preview, name }: { preview: SheetPreview; name: string }) {
  if (preview.wrong === 0) return null;
  return (
    <Button
      href={`data:application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;base64,${preview.workbook}`}
      download={`${name}-错误说明.xlsx`}
    >
      下载带错误说明的工作簿
    </Button>
  );
}

function Done({ done }: { done: SheetDone }) {
  return (
    <Alert
      type={done.wrong > 0 ? 'warning' : 'success'}
      showIcon
      title={`登记了 ${done.added} 行，已有而跳过 ${done.known} 行，有错误未登记 ${done.wrong} 行`}
      description={done.wrong > 0 ? '下载带错误说明的工作簿，改好后整份再次导入；已经登记的行不会重复。' : undefined}
      style={{ marginBottom: 12 }}
    />
  );
}

interface Given {
  name: string;
  content: string;
  preview: SheetPreview;
}

export function TakeIn({ kind }: { kind: SheetKind }) {
  const app = App.useApp();
  const session = useSession().data;
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState<Given>();
  const [done, setDone] = useState<SheetDone>();
  const begin = () => {
    setGiven(undefined);
    setDone(undefined);
  };
  const read = useMutation({
    mutationFn: async (file: File): Promise<Given> => {
      if (file.size > kLargest) throw new Error('工作簿超过 8 MB，请分成几份');
      const content = await (kind.send ?? base64Of)(file);
      return { name: file.name, content, preview: await kind.preview(content) };
    },
    onMutate: begin,
    onSuccess: setGiven,
    onError: (problem) => showProblem(app, problem),
  });
  const choose = async (file: File) => {
    if (!kind.send || (await confirmUnclassified(app, session?.account))) read.mutate(file);
  };
  const change = useChange(`${kind.name}已登记`, (content: string) => kind.takeIn(content), {
    done: (written) => setDone(written.result),
  });
  const ready = given && !done && given.preview.added > 0;
  return (
    <>
      <Button onClick={() => setOpen(true)}>导入{kind.name}</Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        afterOpenChange={(shown) => !shown && begin()}
        title={`导入${kind.name}`}
        size={960}
        destroyOnHidden
        extra={
          <Button type="primary" disabled={!ready} loading={change.isPending} onClick={() => change.mutate(given!.content)}>
            {ready ? `登记 ${given.preview.added} 行` : '登记'}
          </Button>
        }
      >
        <Space wrap style={{ marginBottom: 12 }}>
          <Button href={kind.blank} download={`${kind.name}-模板.xlsx`}>
            下载空白模板
          </Button>
          {given && <Checked preview={given.preview} name={kind.name} />}
        </Space>
        <Upload.Dragger
          accept={kind.accept ?? '.xlsx'}
          showUploadList={false}
          disabled={read.isPending}
          height={given ? 56 : 140}
          beforeUpload={(file) => {
            void choose(file);
            return false;
          }}
          style={{ marginBottom: 12 }}
        >
          <InboxOutlined /> {read.isPending ? '正在读取…' : given ? '换一份工作簿' : `把填好的 Excel 工作簿（${kind.accept?.replace(',', '、') ?? '.xlsx'}）拖到这里，或点这里选择`}
        </Upload.Dragger>
        {done && <Done done={done} />}
        {given && !done && <Chosen preview={given.preview} file={given.name} />}
      </Drawer>
    </>
  );
}
