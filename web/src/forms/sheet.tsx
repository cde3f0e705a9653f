// SPDX-License-Identifier: Apache-2.0
// A form in a drawer behind a button: opened, filled, sent, closed when it is in the ledger.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Drawer, Form, type FormInstance } from 'antd';
import { type ReactNode, useId, useState } from 'react';

interface SheetProps<Given> {
  label: string;
  next?: boolean; // the project's next step
  act?: string; // opened by an address that says so (?act=decide), as a to-do's does
  small?: boolean; // one of several in a row
  title?: string; // of the drawer, when the button's word is not enough there
  send: string;
  busy: boolean;
  held?: boolean; // cannot be sent yet; what is inside says why
  form: FormInstance<Given>;
  initial?: Partial<Given>;
  onSend: (given: Given, close: () => void) => void;
  children: ReactNode;
}

// Opened at once where the address asks for it; the address forgets it when the form is closed.
function useOpened(act: string | undefined) {
  const asked = (useSearch({ strict: false }) as { act?: string }).act;
  const navigate = useNavigate();
  const [open, setOpen] = useState(act !== undefined && asked === act);
  const set = (now: boolean) => {
    setOpen(now);
    if (!now && act !== undefined && asked === act)
      void navigate({ to: '.', search: ((old: object) => ({ ...old, act: undefined })) as never, replace: true });
  };
  return [open, set] as const;
}

export function Sheet<Given extends object>({ label, next, act, small, title, send, busy, held, form, initial, onSend, children }: SheetProps<Given>) {
  const [open, setOpen] = useOpened(act);
  const name = useId(); // of the fields' ids: a page may hold several sheets with the same fields
  return (
    <>
      <Button type={next ? 'primary' : 'default'} size={small ? 'small' : 'medium'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={title ?? label}
        size={640}
        extra={
          <Button type="primary" loading={busy} disabled={held ?? false} onClick={() => form.submit()}>
            {send}
          </Button>
        }
      >
        <Form<Given>
          form={form}
          name={name}
          layout="vertical"
          initialValues={initial as never}
          scrollToFirstError
          onFinish={(given) => onSend(given, () => setOpen(false))}
        >
          {children}
        </Form>
      </Drawer>
    </>
  );
}
