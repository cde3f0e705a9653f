// SPDX-License-Identifier: Apache-2.0
// What stands where a page is not there yet, could not be fetched, or does not exist. Plain elements: they are in the first load.
import { Link, type ErrorComponentProps } from '@tanstack/react-router';

export function PageLoading() {
  return (
    <div className="page-loading" role="status" aria-live="polite">
      <span className="page-loading-bar" />
      正在打开页面…
    </div>
  );
}

export function PageFault({ error }: ErrorComponentProps) {
  const text = error instanceof Error ? error.message : String(error);
  const fetching = /import|fetch|module/i.test(text);
  return (
    <div className="page-state" role="alert">
      <h1>{fetching ? '页面没有下载完' : '页面出错了'}</h1>
      <p>{fetching ? '网络中断，或平台刚刚更新。已经提交的内容不受影响。' : '已经提交的内容不受影响；没有提交的内容请重新填写。'}</p>
      <p className="digest muted">{text}</p>
      <button type="button" onClick={() => window.location.reload()}>
        重新打开
      </button>
    </div>
  );
}

export function PageMissing() {
  return (
    <div className="page-state">
      <h1>没有这个页面</h1>
      <p>地址可能写错了，或者页面已经移走。</p>
      <Link to="/">回到我的待办</Link>
    </div>
  );
}
