// SPDX-License-Identifier: Apache-2.0
// The page that shows a matter: an application has its own, everything else is on its project's.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface MatterLinkProps {
  application?: string | undefined;
  project: string;
  children: ReactNode;
}

export function MatterLink({ application, project, children }: MatterLinkProps) {
  if (application)
    return (
      <Link to="/applications/$id" params={{ id: application }}>
        {children}
      </Link>
    );
  return (
    <Link to="/projects/$id" params={{ id: project }}>
      {children}
    </Link>
  );
}
