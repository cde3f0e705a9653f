// SPDX-License-Identifier: Apache-2.0
import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router';
import { DeadlinesPage } from './pages/deadlines';
import { HomePage } from './pages/home';
import { InstitutionPage } from './pages/institution';
import { LawPage } from './pages/law';
import { LoginPage } from './pages/login';
import { NewProjectPage } from './pages/new-project';
import { NoticesPage } from './pages/notices';
import { OnSitePage } from './pages/on-site';
import { ProjectPage } from './pages/project';
import { ProjectsPage } from './pages/projects';
import { Shell } from './parts/shell';

const root = createRootRoute({ component: Outlet });
const login = createRoute({ getParentRoute: () => root, path: '/login', component: LoginPage });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

function page<Path extends string>(path: Path, component: () => React.JSX.Element) {
  return createRoute({ getParentRoute: () => shell, path, component });
}

const tree = root.addChildren([
  login,
  shell.addChildren([
    page('/', HomePage),
    page('/projects', ProjectsPage),
    page('/projects/new', NewProjectPage),
    page('/projects/$id', ProjectPage),
    page('/notices', NoticesPage),
    page('/on-site', OnSitePage),
    page('/deadlines', DeadlinesPage),
    page('/institution', InstitutionPage),
    page('/law', LawPage),
  ]),
]);

export const router = createRouter({ routeTree: tree, basepath: '/desk' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
