// SPDX-License-Identifier: Apache-2.0
// Photos a finding rests on: pairs side by side with what their files say, each of them to be looked at closely.
import { Image } from 'antd';
import type { Finding } from '../../api/findings';
import { ScreeningLink } from '../findings';
import './photos.css';

export type Photo = NonNullable<Finding['exhibit']>['pictures'][number];

export const photoAddress = (finding: string, photo: Photo): string => `/api/v1/findings/${encodeURIComponent(finding)}/pictures/${photo.file}`;

// About one photo each; all others are about two that resemble each other.
const kSingle = ['photos.elsewhere', 'photos.other_day', 'photos.stamped_elsewhere', 'photos.stamped_day', 'photos.stamp_differs'];

export function inPairs(detector: string, photos: Photo[]): Photo[][] {
  const size = kSingle.includes(detector) ? 1 : 2;
  const out: Photo[][] = [];
  for (let at = 0; at < photos.length; at += size) out.push(photos.slice(at, at + size));
  return out;
}

function Whose({ photo, own }: { photo: Photo; own: boolean }) {
  const name = own ? '本报告' : photo.institution_name || '其他机构的报告';
  return (
    <strong>
      {photo.report && !own ? <ScreeningLink report={photo.report}>{name}</ScreeningLink> : name}
      {`　${photo.words}`}
    </strong>
  );
}

const altOf = (photo: Photo, own: boolean) => `${own ? '本报告' : '另一份报告'}的照片：${photo.words}`;

function Caption({ photo, own }: { photo: Photo; own: boolean }) {
  return (
    <figcaption>
      <Whose photo={photo} own={own} />
      <div className="muted">{photo.taken ? `照片文件记录：${photo.taken}` : '照片文件没有记录拍摄时间和位置'}</div>
      {photo.stamped && <div className="muted">{`照片上的水印：${photo.stamped}`}</div>}
      <div className="digest muted">SM3 {photo.file}</div>
    </figcaption>
  );
}

function One({ finding, photo, own }: { finding: Finding; photo: Photo; own: boolean }) {
  return (
    <figure className="photo">
      <Image src={photoAddress(finding.summary.id, photo)} alt={altOf(photo, own)} />
      <Caption photo={photo} own={own} />
    </figure>
  );
}

// `seen`: once a photo is there, or cannot be had; before that nothing should be printed.
export function PhotosOnPaper({ finding, seen }: { finding: Finding; seen: () => void }) {
  const pairs = inPairs(finding.summary.detector, finding.exhibit?.pictures ?? []);
  return pairs.map((pair, at) => (
    <div key={at} className="photo-row photo-pair">
      {pair.map((photo, side) => (
        <figure key={`${photo.file} ${side}`} className="photo">
          <img src={photoAddress(finding.summary.id, photo)} alt={altOf(photo, side === 0)} onLoad={seen} onError={seen} />
          <Caption photo={photo} own={side === 0} />
        </figure>
      ))}
    </div>
  ));
}

export function PhotosPanel({ finding }: { finding: Finding }) {
  const photos = finding.exhibit?.pictures ?? [];
  if (photos.length === 0) return null;
  const pairs = inPairs(finding.summary.detector, photos);
  const single = pairs[0]!.length === 1;
  return (
    <section className="panel" aria-label="照片对照">
      <h2>{single ? '照片' : '照片对照'}</h2>
      <p className="muted no-print">点开照片可以放大、旋转和翻转，左右键换到另一张。</p>
      <Image.PreviewGroup>
        <div className={single ? 'photo-row' : ''}>
          {pairs.map((pair, at) => (
            <div key={at} className={single ? '' : 'photo-row photo-pair'}>
              {pair.map((photo, side) => (
                <One key={`${photo.file} ${side}`} finding={finding} photo={photo} own={side === 0} />
              ))}
            </div>
          ))}
        </div>
      </Image.PreviewGroup>
    </section>
  );
}
