// SPDX-License-Identifier: Apache-2.0
// After a change: its entry in the ledger, to keep as a file that can be checked without this server.
import type { useAppProps } from 'antd/es/app/context';
import type { Receipt } from '../api/client';

export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

export function saveReceipt(receipt: Receipt): void {
  saveAs(new Blob([JSON.stringify(receipt, null, 2)], { type: 'application/json' }), `回执-${receipt.entry}.json`);
}

export function tellReceipt(app: useAppProps, what: string, receipt: Receipt | null | undefined): void {
  if (!receipt) {
    app.message.success(what);
    return;
  }
  app.notification.success({
    title: what,
    description: (
      <>
        已记入账本第 {receipt.entry} 条。
        <a role="button" tabIndex={0} onClick={() => saveReceipt(receipt)}>
          保存回执
        </a>
      </>
    ),
    placement: 'bottomRight',
  });
}
