// SPDX-License-Identifier: Apache-2.0
import { Select } from 'antd';

interface SeveralProps {
  id?: string;
  value?: string[];
  onChange?: (texts: string[]) => void;
}

// Any number of short texts, typed or pasted one after the other.
export function Several(props: SeveralProps) {
  return <Select {...props} mode="tags" tokenSeparators={['、', '，', '；', ',', ';', '\n']} suffixIcon={null} placeholder="写完一项按回车" />;
}
