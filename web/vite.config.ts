// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The desk is served below /desk/; `npm run dev` asks a program running on 8080.
export default defineConfig({
  base: '/desk/',
  plugins: [react()],
  build: { target: 'es2020', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/portal': 'http://127.0.0.1:8080' } },
});
