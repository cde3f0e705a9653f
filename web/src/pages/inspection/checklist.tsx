// SPDX-License-Identifier: Apache-2.0
// The check-list, filled on site with a phone. Each answer is kept in this browser at once and sent when there is a
// connection: by the button, and by itself when the connection comes back. Photos and problems: parts/unsent/.
import { Alert, Button, Input, Modal, Popconfirm, Radio, Space, Tag } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { answerItems, type Inspection, type ItemResult, type ItemView } from '../../api/inspection';
import { FoundProblem } from '../../forms/inspection-acts';
import { resultWords, subjectWords } from '../../inspection-words';
import { useCatalogue } from '../../parts/catalogue';
import { useChange } from '../../parts/change';
import { useClauses } from '../../parts/clauses';
import { Exhibits } from '../../parts/exhibits';
import { type Answer, type Answers, asText, useKeptAnswers } from '../../parts/kept-answers';
import { maySendPictures, useSession } from '../../parts/session';
import { UnsentCards } from '../../parts/unsent/cards';
import { Chooser, RoomNote } from '../../parts/unsent/chooser';
import type { Chosen } from '../../parts/unsent/keep';
import { useKeep, useUnsentOf } from '../../parts/unsent/use-unsent';
import { choices } from '../../registry-words';

const colors: Record<ItemResult, string> = { meets: 'green', fails: 'red', not_applicable: 'default', not_checked: 'default' };

function ItemFiles({ inspection, item }: { inspection: string; item: string }) {
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Chosen[]>([]);
  const { keep, busy } = useKeep(inspection);
  const shut = () => {
    setOpen(false);
    setChosen([]);
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        照片、文件
      </Button>
      <Modal title="证据" open={open} okText="归入" cancelText="取消" okButtonProps={{ disabled: chosen.length === 0 }} confirmLoading={busy} onCancel={shut} onOk={() => void keep({ to: 'answers', item }, chosen, shut)} destroyOnHidden>
        <RoomNote />
        <p className="muted">没有网络时先留在这台设备上，联网后自动发送。</p>
        <Chooser value={chosen} onChange={setChosen} />
      </Modal>
    </>
  );
}

interface ItemProps {
  of: Inspection;
  view: ItemView;
  kept?: Answer | undefined;
  fills: boolean;
  sends: boolean;
  unsent: ReactNode;
  answer: (answer: Answer) => void;
}

function Item({ of, view, kept, fills, sends, unsent, answer }: ItemProps) {
  const { listed, result, words, files } = view;
  const now: Answer | undefined = kept ?? (result ? { result, ...(words ? { words } : {}) } : undefined);
  return (
    <li className="check-item" aria-label={listed.name}>
      <div className="check-name">
        {listed.name} {kept && <Tag color="orange">未发送</Tag>}
      </div>
      <div className="muted check-source">
        {listed.clauses.join('、')}　{listed.source}
      </div>
      {fills ? (
        <>
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            value={now?.result}
            options={choices(resultWords)}
            onChange={({ target }) => answer({ ...now, result: target.value as ItemResult })}
            aria-label={listed.name}
          />
          {now && (now.result === 'fails' || now.words) && (
            <Input.TextArea
              autoSize={{ minRows: 1, maxRows: 6 }}
              maxLength={1000}
              placeholder="情况"
              aria-label={`情况：${listed.name}`}
              value={now.words ?? ''}
              onChange={({ target }) => answer({ ...now, words: target.value })}
            />
          )}
          <div className="check-acts">
            {sends && <ItemFiles inspection={of.summary.id} item={listed.item} />}
            {now?.result === 'fails' && <FoundProblem of={of} item={listed.item} words={now.words} small />}
          </div>
        </>
      ) : (
        <>
          {now ? <Tag color={colors[now.result]}>{resultWords[now.result]}</Tag> : <span className="muted">没有填写</span>}
          {now?.words && <div className="typed">{now.words}</div>}
        </>
      )}
      <Exhibits of={`inspections/${of.summary.id}`} files={files} />
      {unsent}
    </li>
  );
}

// An empty text is no words.
const bodyOf = (answers: Answers) => ({
  answers: Object.entries(answers).map(([item, { result, words }]) => ({ item, result, ...(words?.trim() ? { words: words.trim() } : {}) })),
  files: [],
});

// The visit ended before this device had sent everything: what stands only here is shown until somebody who has read it
// lets it go.
function Unsent({ of, kept, forget }: { of: Inspection; kept: Answers; forget: () => void }) {
  const [copied, setCopied] = useState('');
  const names = new Map(of.checklist.map((one) => [one.listed.item, one.listed.name]));
  const text = asText(kept, (item) => names.get(item) ?? item, (result) => resultWords[result]);
  const copy = () => {
    const done = navigator.clipboard?.writeText(text) ?? Promise.reject(new Error('no clipboard'));
    done.then(() => setCopied('已复制'), () => setCopied('没有复制成功，请选中文字自己复制'));
  };
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 16 }}
      title={`检查已经结束，这台设备上有 ${Object.keys(kept).length} 项填写没有发送，没有记入检查记录`}
      description={
        <>
          <pre className="typed" aria-label="没有发送的填写">{text}</pre>
          <p>仍留在这台设备上。需要补记的，请复制后交负责人处理。</p>
          <Space wrap className="no-print">
            <Button onClick={copy}>复制</Button>
            <Popconfirm title="删去以后不能恢复" okText="删去" cancelText="留着" onConfirm={forget}>
              <Button danger>不再保留</Button>
            </Popconfirm>
            <span role="status">{copied}</span>
          </Space>
        </>
      }
    />
  );
}

export function Checklist({ of, fills }: { of: Inspection; fills: boolean }) {
  const session = useSession().data;
  const id = of.summary.id;
  const { kept, full, answer, sent, forget } = useKeptAnswers(id, session?.account ?? '');
  const { acts: unsent, sending } = useUnsentOf(id);
  // Asked while there is a connection: the forms that are filled without one choose from them.
  useClauses();
  useCatalogue('evidence_kinds');
  const change = useChange('检查表已保存', async (answers: Answers) => {
    const written = await answerItems(id, bodyOf(answers));
    sent(answers);
    return written;
  });
  const waiting = Object.keys(kept).length;
  const send = useRef(() => {});
  send.current = () => {
    if (fills && waiting > 0 && !change.isPending) change.mutate(kept);
  };
  useEffect(() => {
    const online = () => send.current();
    window.addEventListener('online', online);
    return () => window.removeEventListener('online', online);
  }, []);
  const subjects = [...new Set(of.checklist.map((one) => one.listed.subject))];
  const ended = of.summary.stage === 'closed' || of.summary.stage === 'called_off';
  const done = of.checklist.filter((one) => (fills && kept[one.listed.item]) || one.result).length;
  return (
    <section className="panel" aria-label="检查表">
      <h2>
        检查表　<span className="muted">{done} / {of.checklist.length}</span>
      </h2>
      {full && <Alert type="error" showIcon title="这台设备存不下了：还没有发送的填写只在本页保留，发送以前请不要关闭本页" style={{ marginBottom: 16 }} />}
      {ended && waiting > 0 && <Unsent of={of} kept={kept} forget={forget} />}
      {subjects.map((subject) => (
        <div key={subject}>
          <h3>{subjectWords[subject]}</h3>
          <ul className="plain check-list">
            {of.checklist
              .filter((one) => one.listed.subject === subject)
              .map((view) => (
                <Item
                  key={view.listed.item}
                  of={of}
                  view={view}
                  kept={fills ? kept[view.listed.item] : undefined}
                  fills={fills}
                  sends={maySendPictures(session)}
                  unsent={<UnsentCards acts={unsent.filter(({ said }) => said.to === 'answers' && said.item === view.listed.item)} sending={sending} nameOf={() => view.listed.name} />}
                  answer={(given) => answer(view.listed.item, given)}
                />
              ))}
          </ul>
        </div>
      ))}
      {fills && waiting > 0 && (
        <div className="check-send no-print">
          <Alert
            type="warning"
            showIcon
            title={full ? `${waiting} 项还没有发送` : `${waiting} 项还没有发送，已留在这台设备上；没有网络也不会丢失`}
            action={
              <Button type="primary" loading={change.isPending} onClick={() => send.current()}>
                保存检查表
              </Button>
            }
          />
        </div>
      )}
    </section>
  );
}
