// SPDX-License-Identifier: Apache-2.0
import { qrCode, qrPath } from './qr';

interface QrPictureProps {
  text: string;
  label: string;
  side?: number;
}

export function QrPicture({ text, label, side = 196 }: QrPictureProps) {
  return (
    <svg viewBox="-4 -4 49 49" width={side} height={side} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect x="-4" y="-4" width="49" height="49" fill="#fff" />
      <path d={qrPath(qrCode(text))} fill="#000" />
    </svg>
  );
}
