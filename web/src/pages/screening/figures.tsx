// SPDX-License-Identifier: Apache-2.0
// What a report consists of, and whose text the shared part is.
import { Button } from 'antd';
import type { Figures, Screening, Source } from '../../api/findings';
import { bondWords, count, portionsOf, share, sourceLine, sourceName } from '../../findings-words';

export function FigureBar({ figures }: { figures: Figures }) {
  const portions = portionsOf(figures);
  const said = portions.map(({ label, characters }) => `${label} ${share(characters, figures.characters)}`).join('，');
  return (
    <>
      <div className="portions" role="img" aria-label={`全文 ${count(figures.characters)} 字：${said}`}>
        {portions
          .filter((one) => one.characters > 0)
          .map((one) => (
            <span key={one.key} className={`portion-${one.key}`} style={{ flex: `${one.characters} 0 0` }} title={`${one.label} ${count(one.characters)} 字`} />
          ))}
      </div>
      <ul className="legend">
        {portions.map((one) => (
          <li key={one.key} title={one.means}>
            <span className={`swatch portion-${one.key}`} aria-hidden="true" />
            <span>
              {one.label} <strong>{count(one.characters)}</strong> 字 <span className="muted">{share(one.characters, figures.characters)}</span>
            </span>
          </li>
        ))}
        <li title="读者看不见、或者看起来一样其实不同的字">
          <span>
            隐藏 <strong className={figures.hidden > 0 ? 'late' : undefined}>{count(figures.hidden)}</strong> 字
          </span>
        </li>
        <li className="muted">全文按 {count(figures.characters)} 字比对：不计标点和空白，一个数算一个字</li>
      </ul>
    </>
  );
}

const kNamed = 4;

// The first few by name; all of them stand in the list above the right text.
export function WithWhom({ screening, chosen, choose }: { screening: Screening; chosen: string | undefined; choose: (source: string) => void }) {
  const { sources, figures } = screening;
  if (sources.length === 0) return <p className="muted">没有找到与本报告有相同段落的报告。</p>;
  const name = (source: Source) => `${sourceName(source)}：${sourceLine(source, figures?.characters ?? 0)}`;
  return (
    <div className="with-whom no-print">
      <span>与谁相同：</span>
      {sources.slice(0, kNamed).map((source) => (
        <Button key={source.report} size="small" type={source.report === chosen ? 'primary' : 'default'} aria-pressed={source.report === chosen} title={bondWords[source.bond]} onClick={() => choose(source.report)}>
          {name(source)}
          {source.bond !== 'other' && `，${source.bond === 'itself' ? '其他版本' : '沿用'}`}
        </Button>
      ))}
      {sources.length > kNamed && <span className="muted">等 {sources.length} 份，在右侧选择</span>}
    </div>
  );
}
