import { texts } from "../texts.js";
import { type Counts, isOverwritten, type SyncCount } from "./counts.js";

/** The group by reason and status: a bar with the proportions, and a table that says the same in words and numbers. */
export function Picture({ counts, hasCertificate }: { counts: Counts; hasCertificate: boolean }) {
  return (
    <div className="picture card">
      <div className="bar" aria-hidden="true">
        {counts.breakdown.map((part) => (
          <div key={keyOf(part)} className={`bar-part ${keyOf(part)}`} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <table>
        <caption className="visually-hidden">{texts.preview.picture}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.preview.columns.what}</th>
            <th scope="col">{texts.preview.columns.count}</th>
            <th scope="col">{texts.preview.columns.share}</th>
          </tr>
        </thead>
        <tbody>
          {counts.breakdown.map((part) => (
            <tr key={keyOf(part)}>
              <th scope="row">
                <span className="picture-part">
                  <span className={`swatch ${keyOf(part)}`} aria-hidden="true" />
                  <span>{texts.reasons[part.reason]}</span>
                  <span className="picture-status">
                    {texts.statuses[part.statusBefore]}, {whatHappens(part, hasCertificate)}
                  </span>
                </span>
              </th>
              <td>{texts.number(part.count)}</td>
              <td>{texts.share(part.count, counts.members)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Also the name of its colour. */
function keyOf({ reason, statusBefore }: SyncCount): string {
  return `${reason} ${statusBefore}`.toLowerCase().replaceAll("_", "-");
}

function whatHappens(part: SyncCount, hasCertificate: boolean): string {
  const { none, grant, replace, overwrite } = texts.preview.happens;
  if (part.reason === "DIFFERENT_NAME") return none;
  if (!isOverwritten(part)) return grant;
  return hasCertificate ? overwrite : replace;
}
