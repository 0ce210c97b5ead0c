import { type ControlMap, MEANINGS, type ProfileMap, STATUSES } from './control-map.ts';
import type { ClaimResult } from './evidence.ts';
import { type Html, html, htmlPage, stateMark } from './html-page.ts';

/** One page that opens from disk; each control unfolds to its claims. */
export function mapPage(map: ControlMap): string {
  return htmlPage('Controls', mapBody(map));
}

export function mapBody({ at, frameworks, profiles, version }: ControlMap): Html {
  const sources = frameworks.map(
    ({ name, source, asOf }) => html`<li><a href="${source}">${name}</a>, as of ${asOf}</li>`,
  );
  const meanings = STATUSES.map(
    (status) => html`<li>${stateMark(status)} ${MEANINGS[status]}</li>`,
  );
  return html`<h1>Controls, computed from what is deployed</h1>
<p>Strata ${version}, ${at}. Whether a law is met, people judge.</p>
<ul>${sources}</ul><ul>${meanings}</ul>${profiles.map(profileSection)}`;
}

function profileSection({ profile, templates, records, counts, controls }: ProfileMap): Html {
  const looked = records === null ? 'none looked at' : `${records.entries} of ${records.from}`;
  const heads = STATUSES.map((status) => html`<th scope="col">${status}</th>`);
  const cells = STATUSES.map((status) => html`<td>${counts[status]}</td>`);
  return html`<h2>${profile}</h2><p>Templates ${templates}; log entries: ${looked}.</p>
<table><thead><tr><th scope="col">controls</th>${heads}</tr></thead>
<tbody><tr><td>${controls.length}</td>${cells}</tr></tbody></table>
${controls.map(controlDetails)}`;
}

function controlDetails(one: ProfileMap['controls'][number]): Html {
  const { name, title, status, asks, claims } = one;
  return html`<details${{ html: status === 'not held' ? ' open' : '' }}>
<summary>${stateMark(status)} ${name}: ${title}</summary>
<p>${asks}</p><ul>${claims.map(claimItem)}</ul></details>`;
}

function claimItem({ says, status, found, rests }: ClaimResult): Html {
  const reason = status === 'held' || found === says ? html`` : html`<br>${found}`;
  const places = rests.map(({ kind, at }) => html`<br><code>${kind}: ${at}</code>`);
  return html`<li>${stateMark(status)} ${says}${reason}${places}</li>`;
}
