// SPDX-License-Identifier: Apache-2.0
// Pictures and records of a survey: each says what it shows, and what is still missing is told before it is sent.
import { Form } from 'antd';
import type { Project } from '../api/client';
import { useCatalogue } from '../parts/catalogue';
import { allNamed, Files, type SentFile } from '../parts/files';

function Missing({ evidence }: { evidence: Project['evidence'] }) {
  const categories = useCatalogue('survey_categories');
  const files = (Form.useWatch('files') as SentFile[] | undefined) ?? [];
  const there = new Set([...evidence.map((one) => one.exhibit.kind), ...files.map((file) => file.kind)]);
  const missing = categories.filter((one) => !there.has(one.value));
  if (categories.length === 0) return null;
  if (missing.length === 0) return <>各类影像已齐</>;
  return <>现场影像还缺：{missing.map((one) => one.label).join('、')}</>;
}

export function Pictures({ evidence }: { evidence: Project['evidence'] }) {
  return (
    <Form.Item name="files" validateTrigger={[]} label="照片、视频、原始记录" rules={[{ validator: allNamed }]} extra={<Missing evidence={evidence} />}>
      <Files kind="" />
    </Form.Item>
  );
}
