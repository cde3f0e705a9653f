// SPDX-License-Identifier: Apache-2.0
// Papers that go with a statement or request, each shown for one thing.
import { MinusCircleOutlined } from '@ant-design/icons';
import { App, Button, Progress, Space } from 'antd';
import { useRef, useState } from 'react';
import { upload } from '../api/upload';
import { showProblem } from '../parts/problem';
import { useSession } from '../parts/session';
import { confirmUnclassified } from '../parts/unclassified';

export interface Paper {
  kind: string;
  number: string;
  upload: string;
}

const kLongest = 100; // of a paper's name, as the interface takes it

export function Papers({ kind, label, value = [], onChange }: { kind: string; label: string; value?: Paper[]; onChange?: (papers: Paper[]) => void }) {
  const app = App.useApp();
  const session = useSession().data;
  const picker = useRef<HTMLInputElement>(null);
  const [part, setPart] = useState<number>();
  const send = async (file: File | undefined) => {
    if (!file || !(await confirmUnclassified(app, session?.account))) return;
    try {
      setPart(0);
      const sent = await upload(file, setPart);
      onChange?.([...value, { kind, number: file.name.slice(-kLongest), upload: sent }]);
    } catch (problem) {
      showProblem(app, problem);
    }
    setPart(undefined);
  };
  return (
    <div>
      {value.map((one) => (
        <div key={one.upload}>
          {one.number}
          <Button type="text" icon={<MinusCircleOutlined />} aria-label={`移除 ${one.number}`} onClick={() => onChange?.(value.filter((other) => other !== one))} />
        </div>
      ))}
      <Space>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={label}
          onChange={(chosen) => {
            void send(chosen.target.files?.[0]).finally(() => {
              if (picker.current) picker.current.value = '';
            });
          }}
        />
        <Button size="small" onClick={() => picker.current?.click()}>
          {label}
        </Button>
        {part !== undefined && <Progress type="circle" size={20} percent={Math.round(part * 100)} />}
      </Space>
    </div>
  );
}
