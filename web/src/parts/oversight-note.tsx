// SPDX-License-Identifier: Apache-2.0
// On the home page of those who answer for a bureau: what it is itself late with, beside its institutions.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { oversight } from '../api/circulation';

export function OversightNote() {
  const view = useQuery({ queryKey: ['oversight'], queryFn: oversight }).data;
  if (!view) return null;
  const own = view.overdue.length;
  const institutions = view.bureaus.reduce((sum, one) => sum + one.institutions_overdue, 0);
  if (own === 0 && institutions === 0) return null;
  return (
    <div className={own > 0 ? 'panel attention' : 'panel'}>
      督办：部门自己逾期 <strong>{own}</strong> 件，机构逾期 <strong>{institutions}</strong> 项。 <Link to="/circulation">去查看</Link>
    </div>
  );
}
