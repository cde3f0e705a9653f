// SPDX-License-Identifier: Apache-2.0
// What happened with a thing, the newest first: who, when, under which clauses.
import { roleWords, time } from '../words';

interface Moment {
  entry?: number; // nothing: the law made it so on that day, nobody acted
  at: string;
  role: string;
  unit_name: string;
  text: string;
  clauses: string[];
}

function Entry({ entry }: { entry: number }) {
  return (
    <a href={`/ledger?entry=${entry}`} target="_blank" rel="noreferrer">
      账本第 {entry} 条
    </a>
  );
}

function When({ moment: { entry, at, role, unit_name: unit } }: { moment: Moment }) {
  if (entry === undefined) return <>{time(at).slice(0, 10)}　按条款，没有人办理</>;
  return (
    <>
      {time(at)}　{unit} {roleWords[role] ?? ''}
    </>
  );
}

export function Timeline({ items }: { items: Moment[] }) {
  return (
    <ol className="timeline" aria-label="时间线">
      {items.map((item) => (
        <li key={item.entry ?? `${item.at} ${item.text}`}>
          <div>{item.text}</div>
          <div className="muted">
            <When moment={item} />
          </div>
          <div className="muted">
            {item.entry !== undefined && <Entry entry={item.entry} />}
            {item.entry !== undefined && item.clauses.length > 0 && '　'}
            {item.clauses.join('、')}
          </div>
        </li>
      ))}
    </ol>
  );
}
