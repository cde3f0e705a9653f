// SPDX-License-Identifier: Apache-2.0
// One way to make a change: refusals go to the form, success tells the receipt; everything shown is asked again.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, type FormInstance } from 'antd';
import type { Receipt } from '../api/client';
import { showProblem } from './problem';
import { tellReceipt } from './receipt';

interface Written {
  receipt?: Receipt | null;
}

export function useChange<Input, Output extends Written>(
  what: string,
  make: (input: Input) => Promise<Output>,
  options: { form?: FormInstance; done?: (written: Output) => void } = {},
) {
  const app = App.useApp();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: async (written) => {
      tellReceipt(app, what, written.receipt);
      await queries.invalidateQueries();
      options.done?.(written);
    },
    // A refusal may come of what others did meanwhile: that is shown then.
    onError: async (problem) => {
      showProblem(app, problem, options.form);
      await queries.invalidateQueries();
    },
  });
}
