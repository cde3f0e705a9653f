// SPDX-License-Identifier: Apache-2.0
// The file an act is about, to be read before it.
import type { Project } from '../api/client';
import { PreviewButton } from '../parts/project-parts';

export function ReportRead({ project, what }: { project: Project; what: string }) {
  const report = project.reports[0]!;
  return (
    <>
      <p>
        {report.title}（第 {report.edition} 版） <PreviewButton project={project.id} exhibit={report.file} />
      </p>
      <p className="digest muted">
        {what}的是这份文件：SM3 {report.file.blob.sm3}
      </p>
    </>
  );
}
