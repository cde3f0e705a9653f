// SPDX-License-Identifier: Apache-2.0
// A document as a word processor saves it: paragraphs, chapters, tables, photos.
import { packed } from './packed.mjs';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
const rels = 'application/vnd.openxmlformats-package.relationships+xml';
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const kEmu = 9525; // a pixel

const escaped = (text) => text.replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c]);
const paragraph = (text, look = '') => `<w:p>${look}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
const row = (cells) => `<w:tr>${cells.map((one) => `<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>${paragraph(String(one))}</w:tc>`).join('')}</w:tr>`;
const table = (rows) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${rows[0].map(() => '<w:gridCol w:w="2400"/>').join('')}</w:tblGrid>${rows.map(row).join('')}</w:tbl>`;

const picture = (id, { width, height }) =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${width * kEmu}" cy="${height * kEmu}"/><wp:docPr id="${id}" name="图 ${id}"/>` +
  `<a:graphic><a:graphicData uri="${drawing}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="photo-${id}.jpg"/><pic:cNvPicPr/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="rPhoto${id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

function block(one, photos) {
  if (typeof one === 'string') return paragraph(one);
  if (one.chapter) return paragraph(one.chapter, '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>');
  if (one.table) return table(one.table);
  return picture(photos.push(one.photo), one);
}

// Blocks: a text, { chapter }, { table: rows }, { photo: JPEG, width, height }. `parts`: what else is in it.
export function docx(name, blocks, parts = {}) {
  const photos = [];
  const body = blocks.map((one) => block(one, photos)).join('');
  const related = photos.map((_, at) => `<Relationship Id="rPhoto${at + 1}" Type="${office}/image" Target="media/photo-${at + 1}.jpg"/>`).join('');
  const names = `xmlns:w="${word}" xmlns:r="${office}" xmlns:wp="${drawing}/wordprocessingDrawing" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture"`;
  const buffer = packed({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="jpg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${names}><w:body>${body}</w:body></w:document>`,
    ...(photos.length > 0 ? { 'word/_rels/document.xml.rels': `<Relationships xmlns="${packages}/relationships">${related}</Relationships>` } : {}),
    ...Object.fromEntries(photos.map((bytes, at) => [`word/media/photo-${at + 1}.jpg`, bytes])),
    ...parts,
  });
  return { name, mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer };
}
