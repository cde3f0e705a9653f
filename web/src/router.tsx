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
    page('/findings', () => import('./pages/findings'), 'FindingsPage'),
    page('/findings/$id', () => import('./pages/finding'), 'FindingPage'),
    page('/families', () => import('./pages/families'), 'FamiliesPage'),
    page('/traces', () => import('./pages/traces'), 'TracesPage'),
    page('/clusters', () => import('./pages/clusters/page'), 'ClustersPage'),
    page('/reports/$id/screening', () => import('./pages/screening/page'), 'ScreeningPage'),
    page('/reports/$id/screening/print', () => import('./pages/screening/print'), 'ScreeningPrintPage'),
    page('/draws', () => import('./pages/draws'), 'DrawsPage'),
    page('/draws/$id', () => import('./pages/draw'), 'DrawPage'),
    page('/outside-draws/$id', () => import('./pages/outside-draw'), 'OutsideDrawPage'),
    page('/determinations', () => import('./pages/determinations'), 'DeterminationsPage'),
    page('/determinations/$id', () => import('./pages/determination'), 'DeterminationPage'),
    page('/key-list', () => import('./pages/key-list'), 'KeyListPage'),
    page('/key-list/$id', () => import('./pages/key-listing'), 'KeyListingPage'),
    page('/year-plans', () => import('./pages/year-plans'), 'YearPlansPage'),
    page('/year-plans/$id', () => import('./pages/year-plan'), 'YearPlanPage'),
    page('/grades', () => import('./pages/grades'), 'GradesPage'),
    page('/inspections', () => import('./pages/inspections'), 'InspectionsPage'),
    page('/inspections/new', () => import('./pages/new-inspection'), 'NewInspectionPage'),
    page('/inspections/$id', () => import('./pages/inspection/page'), 'InspectionPage'),
    page('/rectifications', () => import('./pages/rectifications'), 'RectificationsPage'),
    page('/rectifications/$id', () => import('./pages/rectification'), 'RectificationPage'),
    page('/call-ups', () => import('./pages/call-ups'), 'CallUpsPage'),
    page('/call-ups/$id', () => import('./pages/call-up'), 'CallUpPage'),
    page('/officers', () => import('./pages/officers'), 'OfficersPage'),
    page('/cases', () => import('./pages/cases'), 'CasesPage'),
    page('/cases/new', () => import('./pages/new-case'), 'NewCasePage'),
    page('/cases/$id', () => import('./pages/case'), 'CasePage'),
    page('/own-cases', () => import('./pages/own-cases'), 'OwnCasesPage'),
    page('/listings', () => import('./pages/listings'), 'ListingsPage'),
    page('/listings/$id', () => import('./pages/listing'), 'ListingPage'),
    page('/typical-cases', () => import('./pages/typical-cases'), 'TypicalCasesPage'),
    page('/talks', () => import('./pages/talks'), 'TalksPage'),
    page('/documents', () => import('./pages/documents'), 'DocumentsPage'),
    page('/documents/new', () => import('./pages/new-document'), 'NewDocumentPage'),
    page('/documents/templates', () => import('./pages/document-templates'), 'DocumentTemplatesPage'),
    page('/documents/$id', () => import('./pages/document'), 'DocumentPage'),
    page('/experts', () => import('./pages/experts'), 'ExpertsPage'),
    page('/experts/$id', () => import('./pages/expert'), 'ExpertPage'),
    page('/choose', () => import('./pages/choose'), 'ChoosePage'),
    page('/expiries', () => import('./pages/expiries'), 'ExpiriesPage'),
    page('/law', () => import('./pages/law'), 'LawPage'),
    page('/criticisms', () => import('./pages/criticisms'), 'CriticismsPage'),
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
