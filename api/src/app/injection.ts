/** The token under which the settings are injected. */
export const ENVIRONMENT = Symbol('environment');

/** The token under which the structured logger is injected. */
export const LOGGER = Symbol('logger');
