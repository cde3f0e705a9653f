// SPDX-License-Identifier: Apache-2.0
// The page that shows a matter: a notice stands on its project's.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Matter } from '../api/circulation';

interface MatterLinkProps {
  matter: Matter | undefined; // nothing: only the project is known
  project: string | undefined;
  act?: string; // the form that is opened there
  children: ReactNode;
}

export function MatterLink({ matter, project, act, children }: MatterLinkProps) {
  const search = (act ? { act } : {}) as never;
  if (matter?.kind === 'application')
    return (
      <Link to="/applications/$id" params={{ id: matter.id }} search={search}>
        {children}
      </Link>
    );
  if (matter?.kind === 'penalty_case')
    return (
      <Link to="/cases/$id" params={{ id: matter.id }}>
        {children}
      </Link>
    );
  if (matter?.kind === 'rectification')
    return (
      <Link to="/rectifications/$id" params={{ id: matter.id }}>
        {children}
      </Link>
    );
  if (matter?.kind === 'key_listing')
    return (
      <Link to="/key-list/$id" params={{ id: matter.id }}>
        {children}
      </Link>
    );
  if (matter?.kind === 'institution')
    return (
      <Link to="/institutions/$id" params={{ id: matter.id }}>
        {children}
      </Link>
    );
  return (
    <Link to="/projects/$id" params={{ id: project ?? '' }} search={search}>
      {children}
    </Link>
  );
}
