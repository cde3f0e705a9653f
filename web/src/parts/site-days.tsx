// SPDX-License-Identifier: Apache-2.0
import type { Notice } from '../api/client';

// The days on site, never broken inside a date.
export function SiteDays({ notice: { content } }: { notice: Notice }) {
  return (
    <>
      <span className="whole">{content.site_first_day} 至</span> <span className="whole">{content.site_last_day}</span>
    </>
  );
}
