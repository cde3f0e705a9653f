// SPDX-License-Identifier: Apache-2.0
// What a contract would flag and which deadlines it starts, said before it is recorded.
import { Alert, Modal } from 'antd';
import type { Computed } from '../../api/client';
import { Why } from '../../parts/why';
import { dutyWords, flagText } from '../../words';

export type Judgement = Computed<'/api/v1/projects/preview'>;

function Judged({ judgement }: { judgement: Judgement }) {
  return (
    <>
      {judgement.flags.map((flag) => (
        <Alert
          key={flag.watch}
          type={flag.severity === 'info' ? 'info' : 'warning'}
          showIcon
          style={{ marginBottom: 8 }}
          title={flagText(flag.severity, flag.text)}
          action={<Why citation={flag.citation} facts={flag.facts} clears={flag.clears} />}
        />
      ))}
      {judgement.deadlines.map((deadline) => (
        <p key={deadline.duty}>
          {dutyWords[deadline.duty] ?? deadline.duty}：{deadline.due}{' '}
          <Why citation={deadline.citation} facts={deadline.facts} count={deadline.count} />
        </p>
      ))}
    </>
  );
}

interface PreviewProps {
  judgement: Judgement | undefined;
  busy: boolean;
  onBack: () => void;
  onSend: (acknowledged: string[]) => void;
}

export function Preview({ judgement, busy, onBack, onSend }: PreviewProps) {
  return (
    <Modal
      open={judgement !== undefined}
      title="提交前请核对"
      okText={judgement?.flags.length ? '已知晓，仍然提交' : '提交'}
      cancelText="返回修改"
      confirmLoading={busy}
      onCancel={onBack}
      onOk={() => onSend((judgement?.flags ?? []).map((flag) => flag.watch))}
      width={640}
    >
      {judgement && <Judged judgement={judgement} />}
      <p className="muted">有标记的项目同样会被接收；标记、依据和您已知晓一并记入账本。</p>
    </Modal>
  );
}
