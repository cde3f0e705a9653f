// SPDX-License-Identifier: Apache-2.0
// The institution's own site: files by their path on a free port of this machine, 404 for the rest.
import { createServer } from 'node:http';

export async function openSite() {
  const files = new Map();
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    response.writeHead(file ? 200 : 404, { 'Content-Type': file ? 'application/pdf' : 'text/plain' });
    response.end(file ?? 'nothing here');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    port,
    // Shown at the address it answers with.
    show(path, bytes) {
      files.set(path, bytes);
      return `http://127.0.0.1:${port}${path}`;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
