// SPDX-License-Identifier: Apache-2.0
// What was sent along when measures were answered or re-checked: by act, as the timeline tells them.
import { useQuery } from '@tanstack/react-query';
import { api, type Project } from '../api/client';
import { time } from '../words';
import { ActFiles, filesOfAct } from './act-files';

const acts: Record<string, string> = {
  'practice.measures_answered': '企业答复时提交',
  'practice.measures_rechecked': '复核时提交',
};

export function MeasureFiles({ project }: { project: Project }) {
  const timeline = useQuery({
    queryKey: ['timeline', project.id],
    queryFn: async () => (await api.GET('/api/v1/projects/{id}/timeline', { params: { path: { id: project.id } } })).data!.items,
  });
  const found = (timeline.data ?? [])
    .filter((one) => acts[one.type])
    .map((one) => ({ act: one, files: filesOfAct(project, one.entry, one.at) }))
    .filter(({ files }) => files.length > 0);
  return (
    <>
      {found.map(({ act, files }) => (
        <div key={act.entry} style={{ marginTop: 8 }}>
          {time(act.at)} {acts[act.type]}
          <ActFiles project={project.id} files={files} />
        </div>
      ))}
    </>
  );
}
