// SPDX-License-Identifier: Apache-2.0
import { Form, Radio } from 'antd';

// Local government, or the Corps: in one place both may have their own.
export function AuthorityChoice({ initial }: { initial?: 'government' | 'corps' }) {
  return (
    <Form.Item name="authority" label="体系" initialValue={initial}>
      <Radio.Group
        options={[
          { value: 'government', label: '地方政府' },
          { value: 'corps', label: '生产建设兵团' },
        ]}
      />
    </Form.Item>
  );
}
