// SPDX-License-Identifier: Apache-2.0
import { Tag } from 'antd';
import { beijingToday, urgency } from '../registry-words';

// Beside a day something is valid until. `quiet`: nothing to say while that is far away.
export function UntilTag({ until, quiet = false }: { until: string | undefined; quiet?: boolean }) {
  if (!until) return null;
  const { label, color } = urgency(until, beijingToday());
  return quiet && color === 'green' ? null : <Tag color={color}>{label}</Tag>;
}
