// SPDX-License-Identifier: Apache-2.0
// Every page is a chunk of its own, fetched when it is opened (web/tools/first-load.mjs holds what the first one may weigh).
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { Filters } from './parts/filters';
import { PageFault, PageLoading, PageMissing } from './parts/page-states';

const root = createRootRoute({
  component: Outlet,
  validateSearch: (search: Record<string, unknown>) => search as Filters,
});
const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  component: lazyRouteComponent(() => import('./pages/login'), 'LoginPage'),
});
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: lazyRouteComponent(() => import('./parts/shell'), 'Shell'),
});

function page<Path extends string, Module extends Record<string, unknown>>(
  path: Path,
  load: () => Promise<Module>,
  name: keyof Module & string,
) {
  return createRoute({ getParentRoute: () => shell, path, component: lazyRouteComponent(load as never, name as never) });
}

const tree = root.addChildren([
  login,
  shell.addChildren([
    page('/', () => import('./pages/home'), 'HomePage'),
    page('/projects', () => import('./pages/projects'), 'ProjectsPage'),
    page('/projects/new', () => import('./pages/new-project/page'), 'NewProjectPage'),
    page('/projects/$id', () => import('./pages/project'), 'ProjectPage'),
    page('/notices', () => import('./pages/notices'), 'NoticesPage'),
    page('/notices/enter', () => import('./pages/enter-notice/page'), 'EnterNoticePage'),
    page('/on-site', () => import('./pages/on-site'), 'OnSitePage'),
    page('/statistics', () => import('./pages/statistics'), 'StatisticsPage'),
    page('/deadlines', () => import('./pages/deadlines'), 'DeadlinesPage'),
    page('/applications', () => import('./pages/applications'), 'ApplicationsPage'),
    page('/applications/$id', () => import('./pages/application'), 'ApplicationPage'),
    page('/institution', () => import('./pages/institution/page'), 'InstitutionPage'),
    page('/institutions', () => import('./pages/institutions'), 'InstitutionsPage'),
    page('/institutions/$id', () => import('./pages/institution/page'), 'InstitutionPage'),
    page('/enterprise', () => import('./pages/enterprise'), 'EnterprisePage'),
    page('/enterprises/$id', () => import('./pages/enterprise'), 'EnterprisePage'),
    page('/enterprises', () => import('./pages/enterprises'), 'EnterprisesPage'),
    page('/experts', () => import('./pages/experts'), 'ExpertsPage'),
    page('/experts/$id', () => import('./pages/expert'), 'ExpertPage'),
    page('/choose', () => import('./pages/choose'), 'ChoosePage'),
    page('/expiries', () => import('./pages/expiries'), 'ExpiriesPage'),
    page('/law', () => import('./pages/law'), 'LawPage'),
    page('/circulation', () => import('./pages/circulation'), 'CirculationPage'),
    page('/accounts', () => import('./pages/accounts'), 'AccountsPage'),
    page('/me', () => import('./pages/me'), 'MePage'),
    page('/audit', () => import('./pages/audit'), 'AuditPage'),
  ]),
]);

// Filters stand in the address as they are read: ?book=XJ-xinjiang, all of them text, the empty ones left out.
function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

export const router = createRouter({
  routeTree: tree,
  basepath: '/desk',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingMinMs: 200,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageFault,
  defaultNotFoundComponent: PageMissing,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
