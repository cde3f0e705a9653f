// SPDX-License-Identifier: Apache-2.0
// What is not sent yet, in the place it will have; refused ones with the reason, until somebody who has read it decides.
import { Alert, Button, Popconfirm, Progress, Space, Tag } from 'antd';
import { useEffect, useState } from 'react';
import { size, time } from '../../words';
import { saveAs } from '../receipt';
import type { UnsentAct } from './acts';
import type { Snapshot } from './queue';
import { sheetOf } from './sheet-of';
import { queue } from './use-unsent';
import './unsent.css';

function Thumbnails({ act }: { act: UnsentAct }) {
  const [shown, setShown] = useState<(string | undefined)[]>([]);
  useEffect(() => {
    let made: (string | undefined)[] = [];
    let left = false;
    void queue.bytes(act.key).then((bytes) => {
      if (left) return;
      made = bytes.map((one) => (one.type.startsWith('image/') ? URL.createObjectURL(one) : undefined));
      setShown(made);
    });
    return () => {
      left = true;
      for (const address of made) if (address) URL.revokeObjectURL(address);
    };
  }, [act.key]);
  return (
    <ul className="plain">
      {act.files.map((file, at) => (
        <li key={`${file.sha256} ${at}`}>
          {shown[at] && <img src={shown[at]} alt="" className="unsent-photo" />} {file.name}{' '}
          <span className="muted">
            {size(file.size)}　{time(file.taken)}　SHA-256 <code title={file.sha256}>{file.sha256.slice(0, 12)}…</code>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface CardProps {
  act: UnsentAct;
  sending: Snapshot['sending'];
  nameOf: (item: string) => string;
}

function Card({ act, sending, nameOf }: CardProps) {
  const busy = sending?.key === act.key;
  const [failed, setFailed] = useState('');
  const save = async () => {
    setFailed('');
    try {
      const page = await sheetOf(act, await queue.bytes(act.key), nameOf);
      saveAs(new Blob([page], { type: 'text/html' }), `没有发送-${act.inspection}-${act.key.slice(0, 8)}.html`);
    } catch {
      setFailed('没有取出来，请再试一次');
    }
  };
  const { said } = act;
  return (
    <li className="check-item" aria-label={said.to === 'problems' ? '没有发送的问题' : '没有发送的照片、文件'}>
      <div className="check-name">
        {said.to === 'problems' ? '问题' : '照片、文件'} {act.refused ? <Tag color="red">没有记入</Tag> : <Tag color="orange">未发送</Tag>}{' '}
        <span className="muted">
          {said.item && said.to === 'problems' && `${nameOf(said.item)}　`}
          {time(act.noted)}
        </span>
      </div>
      {said.to === 'problems' && (
        <>
          <div className="typed">{said.fact}</div>
          <div className="muted">依据：{said.clause}</div>
        </>
      )}
      {act.files.length > 0 && <Thumbnails act={act} />}
      {act.fleeting && <p className="late">这台设备存不下，只在本页保留：发送以前请不要关闭本页。</p>}
      {act.refused && <Alert type="error" showIcon title={`没有记入：${act.refused.text}`} description="仍留在这台设备上。可以再发一次，或者导出后交负责人处理。" style={{ margin: '8px 0' }} />}
      {busy && <Progress size="small" percent={Math.round(sending.part * 100)} aria-label="发送进度" />}
      <Space wrap className="no-print">
        {!busy && (
          <Button size="small" onClick={() => void (act.refused ? queue.again(act.key) : queue.send())}>
            {act.refused ? '再发一次' : '现在发送'}
          </Button>
        )}
        <Button size="small" onClick={() => void save()}>
          导出
        </Button>
        {!busy && (
          <Popconfirm title="从这台设备上删去，不能恢复" description="已经到达服务器的不受影响。" okText="删去" cancelText="留着" onConfirm={() => void queue.discard(act.key)}>
            <Button size="small" danger>
              不再保留
            </Button>
          </Popconfirm>
        )}
        <span role="status">{failed}</span>
      </Space>
    </li>
  );
}

interface UnsentCardsProps {
  acts: readonly UnsentAct[];
  sending: Snapshot['sending'];
  nameOf: (item: string) => string;
}

export function UnsentCards({ acts, ...shared }: UnsentCardsProps) {
  if (acts.length === 0) return null;
  return (
    <ul className="plain check-list unsent">
      {acts.map((act) => (
        <Card key={act.key} act={act} {...shared} />
      ))}
    </ul>
  );
}
