// SPDX-License-Identifier: Apache-2.0
// The box every page has at its top. Its list is not part of the first load: until it is there, what is typed is kept.
import { lazy, Suspense, useRef, useState } from 'react';

// Where it cannot be fetched the page stands without it.
const Unread = () => <span className="search muted">查找的功能没有读到，请刷新</span>;
const SearchList = lazy(() => import('./search-list').then(({ SearchList: list }) => ({ default: list })).catch(() => ({ default: Unread as never })));

const hint = '查找项目、机构、企业、人员、编号';

export function SearchBox() {
  const [text, setText] = useState('');
  const focused = useRef(false);
  const waiting = (
    <input
      className="search search-waiting"
      placeholder={hint}
      aria-label={hint}
      value={text}
      onChange={({ target }) => setText(target.value)}
      onFocus={() => (focused.current = true)}
      onBlur={() => (focused.current = false)}
    />
  );
  return (
    <Suspense fallback={waiting}>
      <SearchList text={text} onText={setText} hint={hint} autoFocus={focused.current} />
    </Suspense>
  );
}
