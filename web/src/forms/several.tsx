// SPDX-License-Identifier: Apache-2.0
import { Many } from '../parts/many';

interface SeveralProps {
  id?: string;
  value?: string[];
  onChange?: (texts: string[]) => void;
}

// Any number of short texts, typed or pasted one after the other.
export function Several(props: SeveralProps) {
  return <Many {...props} mode="tags" tokenSeparators={['、', '，', '；', ',', ';', '\n']} suffixIcon={null} placeholder="写完一项按回车" />;
}
