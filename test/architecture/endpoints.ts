import { type INestApplicationContext, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { accessRule, type AccessRule } from '../../api/src/access/requires.js';

export type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A handler with its address as OpenAPI writes it, and the rule that stands on it. */
export interface Endpoint {
  readonly name: string;
  readonly verb: Verb;
  readonly address: string;
  readonly rule: AccessRule | undefined;
}

/** Every handler of the running application, found by its decorators rather than by a list that somebody keeps. */
export function endpointsOf(application: INestApplicationContext): Endpoint[] {
  const scanner = new MetadataScanner();
  const controllers = application.get(DiscoveryService, { strict: false }).getControllers();
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name]!;
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (method === undefined) return [];
      return [
        {
          name: `${metatype.name}.${name}`,
          verb: RequestMethod[method].toLowerCase() as Verb,
          address: addressOf(Reflect.getMetadata('path', metatype), Reflect.getMetadata('path', handler)),
          rule: Reflect.getMetadata(accessRule, handler) as AccessRule | undefined,
        },
      ];
    });
  });
}

function addressOf(...parts: unknown[]): string {
  const joined = parts.map(String).flatMap((part) => part.split('/'));
  return `/${joined.filter((part) => part !== '').join('/')}`.replace(/:(\w+)/g, '{$1}');
}

/** The address in one municipality; every other parameter names something that does not exist. */
export function addressIn(code: string, endpoint: Endpoint): string {
  return endpoint.address
    .replace('{code}', code)
    .replace(/\{([zxy])\}/g, '1')
    .replace(/\{\w+\}/g, '00000000-0000-7000-8000-000000000000');
}
