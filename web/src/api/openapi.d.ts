/**
 * The session's part of the API, until `npm run openapi` writes this file anew from docs/openapi.json.
 * The shape is the one that openapi-typescript gives.
 */
export interface paths {
  '/api/v1/session': {
    get: {
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Session'] } };
        401: { headers: Record<string, string>; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    post: {
      requestBody: { content: { 'application/json': { email: string; password: string } } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Session'] } };
        401: { headers: Record<string, string>; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
    delete: { responses: { 204: { headers: Record<string, string>; content?: never } } };
  };
  '/api/v1/demo-accounts': {
    get: {
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': { accounts: components['schemas']['DemoAccount'][] } } };
        404: { headers: Record<string, string>; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
  };
  '/api/v1/first-administrator': {
    post: {
      requestBody: {
        content: { 'application/json': { token: string; name: string; email: string; password: string } };
      };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['Session'] } };
        422: { headers: Record<string, string>; content: { 'application/problem+json': components['schemas']['Problem'] } };
      };
    };
  };
  '/api/v1/municipalities/{code}/base-map': {
    get: {
      parameters: { path: { code: string } };
      responses: {
        200: { headers: Record<string, string>; content: { 'application/json': components['schemas']['BaseMap'] } };
      };
    };
  };
}

export interface components {
  schemas: {
    Session: {
      account: { id: string; name: string; email: string; language: 'sv' | 'en' };
      memberships: components['schemas']['Membership'][];
      installationAdministrator: boolean;
    };
    Membership: {
      municipality: { code: string; name: string; demo: boolean };
      organisation: { id: string; name: string; kind: string };
      role: string;
      permissions: string[];
    };
    DemoAccount: {
      email: string;
      password: string;
      name: string;
      role: string;
      organisation: string;
      description: string;
    };
    BaseMap: { layers: Record<string, unknown>; attribution: string; bounds: number[] };
    Problem: {
      type: string;
      title: string;
      detail?: string;
      status: number;
      errors?: { pointer: string; detail: string }[];
    };
  };
}
