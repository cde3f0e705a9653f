// SPDX-License-Identifier: Apache-2.0
// One measure in a form: what it is about stands above what is asked of it.
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Measure } from '../api/site';
import { measureState } from '../site-words';

export function MeasureCard({ measure, children }: { measure: Measure; children: ReactNode }) {
  const { label, color } = measureState(measure);
  const { problem, measure: wanted, major } = measure.measure;
  return (
    <section className="panel" aria-label={`第 ${measure.number} 条`}>
      <div>
        <strong>第 {measure.number} 条</strong> <Tag color={color}>{label}</Tag>
        {major && <Tag color="red">重大事故隐患</Tag>}
      </div>
      <p className="typed" style={{ margin: '8px 0' }}>
        问题：{problem}
        <br />
        措施建议：{wanted}
      </p>
      {children}
    </section>
  );
}
