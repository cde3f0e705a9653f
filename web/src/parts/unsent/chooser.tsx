// SPDX-License-Identifier: Apache-2.0
// Photos and files chosen on a visit: nothing is sent while they are chosen.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Select } from 'antd';
import { useRef } from 'react';
import { size } from '../../words';
import { useCatalogue } from '../catalogue';
import { useSession } from '../session';
import { confirmUnclassified } from '../unclassified';
import type { Chosen } from './keep';
import { useRoom } from './use-unsent';

// Said before the act.
export function RoomNote() {
  const room = useRoom();
  if (room === 'enough') return null;
  const text =
    room === 'none'
      ? '这台设备的浏览器不能留存内容（可能是无痕浏览）：没有网络时填写的，关闭本页就会丢失'
      : '这台设备剩余的空间不多：没有网络时照片可能留不下，请先清理，或在有网络时拍照';
  return <Alert type="warning" showIcon title={text} style={{ marginBottom: 16 }} />;
}

interface ChooserProps {
  value?: Chosen[];
  onChange?: (chosen: Chosen[]) => void;
}

export function Chooser({ value = [], onChange }: ChooserProps) {
  const app = App.useApp();
  const session = useSession().data;
  const kinds = useCatalogue('evidence_kinds');
  const picker = useRef<HTMLInputElement>(null);
  const add = async (files: File[]) => {
    const whole = files.filter((file) => file.size > 0);
    if (whole.length < files.length) app.message.error('空文件没有加入');
    if (whole.length === 0 || !(await confirmUnclassified(app, session?.account))) return;
    onChange?.([...value, ...whole.map((file) => ({ file, kind: 'other' }))]);
  };
  return (
    <div>
      {value.map((one, at) => (
        <div key={`${one.file.name} ${at}`} className="file">
          <Select
            style={{ width: 170 }}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            listHeight={400}
            value={one.kind}
            options={kinds}
            onChange={(kind) => onChange?.(value.map((other, index) => (index === at ? { ...other, kind } : other)))}
            aria-label={`${one.file.name} 的种类`}
          />
          <span className="file-name">
            {one.file.name} <span className="muted">{size(one.file.size)}</span>
          </span>
          <Button
            icon={<DeleteOutlined />}
            type="text"
            aria-label={`移除 ${one.file.name}`}
            onClick={() => onChange?.(value.filter((_, index) => index !== at))}
          />
        </div>
      ))}
      <input
        ref={picker}
        type="file"
        multiple
        style={{ display: 'none' }}
        onChange={({ target }) => {
          const files = Array.from(target.files ?? []);
          target.value = '';
          void add(files);
        }}
      />
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => picker.current?.click()}>
        拍照或选择文件
      </Button>
    </div>
  );
}
