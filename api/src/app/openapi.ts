import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module.js';
import { readEnvironment } from './environment.js';
import { createLogger } from './logging.js';
import { problemSchema } from './problem.js';
import { z } from 'zod';

/**
 * The API described, made from the same schemas that validate it. Nest builds the modules in preview, so that no
 * database is asked.
 */
export async function createOpenApiDocument(): Promise<OpenAPIObject> {
  const environment = readEnvironment({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', LOG_LEVEL: 'silent' });
  const application = await NestFactory.create(AppModule.with(environment, createLogger('silent')), {
    logger: false,
    preview: true,
  });
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Närbild')
    .setDescription(
      'What the web application uses, and what other systems may use. Errors are application/problem+json (docs/problems.md).',
    )
    .setVersion('1')
    .addCookieAuth('__Host-narbild')
    .build();
  const document = SwaggerModule.createDocument(application, config, { operationIdFactory });
  document.components ??= {};
  document.components.schemas ??= {};
  const { $schema: _, ...problem } = z.toJSONSchema(problemSchema) as Record<string, unknown>;
  document.components.schemas['Problem'] = problem;
  addProblemResponses(document);
  return document;
}

const verbs = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Every operation can fail in the one shape. */
function addProblemResponses(document: OpenAPIObject): void {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const item of Object.values(document.paths)) {
    for (const verb of verbs) {
      const operation = item[verb];
      if (operation)
        operation.responses['default'] = {
          description: 'What went wrong, in the language of Accept-Language',
          content,
        };
    }
  }
}

function operationIdFactory(controller: string, method: string): string {
  const noun = controller.replace(/Controller$/, '');
  return `${noun.charAt(0).toLowerCase()}${noun.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}
