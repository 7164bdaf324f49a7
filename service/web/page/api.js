/** The calls this page makes, all to the service that served it. */

import { askForKey, keyHeader } from "./key.js";

/** What the service, or the way to it, answered instead of a result. */
export class ApiProblem extends Error {
  constructor({ title, detail = "", status = 0, errors = [], requestId = null, retryAfter = null }) {
    super(title);
    Object.assign(this, { title, detail, status, errors, requestId, retryAfter });
  }
}

async function problemOf(response) {
  const body = await response.json().catch(() => ({}));
  return new ApiProblem({
    title: body.title ?? (response.statusText || "Not a problem document"),
    detail: body.detail,
    status: response.status,
    errors: Array.isArray(body.errors) ? body.errors : [],
    requestId: body.request_id ?? null,
    retryAfter: response.headers.get("Retry-After"),
  });
}

async function call(path, options = {}) {
  const response = await send(path, options);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status !== 401 || !(await askForKey(problem.detail))) throw problem;
  options.signal?.throwIfAborted();
  return call(path, options);
}

async function send(path, options) {
  try {
    const headers = { ...options.headers, ...keyHeader() };
    return await fetch(path, { credentials: "same-origin", ...options, headers });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiProblem({ title: "The service can’t be reached", detail: "Check that it is running, then try again." });
  }
}

/** What can be briefed from what: `[{code, name, targets}]`. */
export async function fetchLanguages() {
  return (await call("languages")).json();
}

/** The sample articles: `[{name, title, language}]`. */
export async function fetchSeeds() {
  return (await call("page/seeds")).json();
}

/** The text of one sample article. */
export async function fetchSeed(name) {
  return (await call(`page/seeds/${encodeURIComponent(name)}`)).text();
}

/** Brief one article; `signal` cancels the call. */
export async function summarize(request, signal) {
  const headers = { "Content-Type": "application/json", Accept: "application/json" };
  const response = await call("summarize", { method: "POST", headers, body: JSON.stringify(request), signal });
  return response.json();
}
