// SPDX-License-Identifier: Apache-2.0
// Where a project's price stands among like ones, and what the officers who weighed it concluded.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Spin, Tag } from 'antd';
import { likePricesOf, type PriceConclusion } from '../api/planning';
import { PriceConclusionForm } from '../forms/price-conclusion';
import { pricePlot, verdictWords } from '../planning-words';
import { time } from '../words';
import { LedgerEntry } from './findings';
import { PlotFigure } from './plot';
import { Why } from './why';

function Conclusion({ one }: { one: PriceConclusion }) {
  const { verdict, reason, asked } = one.conclusion;
  const { label, color } = verdictWords[verdict];
  return (
    <div>
      <div>
        <Tag color={color}>{label}</Tag>
        <span className="muted">
          {one.bureau_name}　{one.by}　{time(one.at)}　当时高于 {one.samples} 个同类项目的 {one.percentile}%（{one.area}）　<LedgerEntry entry={one.entry} />
        </span>
      </div>
      <div className="typed">询问情况：{asked}</div>
      <div className="typed">理由：{reason}</div>
      {one.listing && (
        <Link to="/key-list/$id" params={{ id: one.listing }}>
          已提议列入重点监督检查对象
        </Link>
      )}
    </div>
  );
}

export function LikePricesPart({ project }: { project: string }) {
  const found = useQuery({ queryKey: ['like-prices', project], queryFn: () => likePricesOf(project) });
  if (!found.data) return found.error ? <p className="muted">没有读到同类项目的价款，请刷新。</p> : <Spin />;
  const view = found.data;
  const compared = view.percentile !== undefined;
  if (!view.citation || (!compared && view.conclusions.length === 0)) return null; // nothing is said of a few
  const facts = { 比较范围: view.area, 同类项目数: view.samples, 至少需要: view.samples_asked };
  return (
    <section aria-label="同类项目的价款">
      <div className="card-head">
        <h3>
          同类项目的价款 <Why citation={view.citation} facts={facts} />
        </h3>
        {view.yours_to_conclude && <PriceConclusionForm project={project} />}
      </div>
      {compared && <PlotFigure plot={pricePlot(view)} detector="prices.like" />}
      {view.low && view.conclusions.length === 0 && <Alert type="info" showIcon title="价格偏低（待核）：偏低不等于违法，由科长或者负责人询问以后作出结论。" />}
      {view.conclusions.map((one) => (
        <Conclusion key={one.id} one={one} />
      ))}
    </section>
  );
}
