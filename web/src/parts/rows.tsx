// SPDX-License-Identifier: Apache-2.0
// A list: a table on a wide screen, one card a row on a phone.
import type { ReactNode } from 'react';

export interface Column<Row> {
  title: string;
  width?: number;
  render: (row: Row) => ReactNode;
}

interface RowsProps<Row> {
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  pending?: boolean;
  empty: ReactNode;
  least?: number; // px the table needs; between phone and that width it scrolls sideways
}

export function Rows<Row>({ label, columns, rows, rowKey, pending, empty, least }: RowsProps<Row>) {
  if (pending)
    return (
      <p className="rows-note" role="status">
        正在读取…
      </p>
    );
  if (rows.length === 0) return <div className="rows-note">{empty}</div>;
  return (
    <div className="rows-box">
      <table className="rows" aria-label={label} style={least ? { minWidth: least } : undefined}>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" style={column.width ? { width: column.width } : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) => (
                <td key={at} data-label={column.title}>
                  <div>{column.render(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
