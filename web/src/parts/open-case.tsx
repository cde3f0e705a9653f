// SPDX-License-Identifier: Apache-2.0
// From what was seen to a case: the form is opened with where it comes from.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { mayHandleCases, useSession } from './session';

interface Props {
  source: string; // kind of the source
  id: string;
  institution?: string | null;
  enterprise?: string | null; // whom the matter is about, where it is no institution
  project?: string | null;
  text: string;
}

export function OpenCase({ source, id, institution, enterprise, project, text }: Props) {
  const session = useSession().data;
  if (!mayHandleCases(session)) return null;
  const search = { source: `${source}:${id}`, institution: institution ?? undefined, enterprise: enterprise ?? undefined, project: project ?? undefined, text };
  return (
    <Link to="/cases/new" search={search as never}>
      <Button tabIndex={-1}>立案</Button>
    </Link>
  );
}
