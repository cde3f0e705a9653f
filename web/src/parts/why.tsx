// SPDX-License-Identifier: Apache-2.0
// "Why": the clause behind a deadline or flag, the facts it used, how it was counted, what would clear it.
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Citation } from '../api/client';

const WhyDrawer = lazy(async () => ({ default: (await import('./why-drawer')).WhyDrawer }));

export interface WhyProps {
  citation: Citation;
  facts?: Record<string, unknown>;
  count?: string;
  clears?: string;
  calendar?: string;
}

export function Why(props: WhyProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = () => {
    setWanted(true);
    setOpen(true);
  };
  return (
    <>
      <Button type="link" size="small" onClick={show} aria-label={`依据：${props.citation.title}`}>
        依据
      </Button>
      {wanted && (
        <Suspense fallback={null}>
          <WhyDrawer {...props} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
