import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { type Caller, Requires, RequiresInstallation, TheActor, TheCaller } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import {
  baseMap,
  category,
  featureCollection,
  foundPlace,
  municipality,
  newAreas,
  newMunicipality,
  type NewMunicipality,
  newOrganisation,
  type NewOrganisation,
  organisation,
  place,
  placeSearch,
  type PlaceSearch,
} from './municipality.schema.js';
import { MunicipalitiesService } from './municipalities.service.js';

const code = { schema: municipalityCode };

@ApiTags('municipalities')
@Controller('api/v1/municipalities')
export class MunicipalitiesController {
  constructor(private readonly municipalities: MunicipalitiesService) {}

  /** Makes a municipality from a code, a name and a boundary. */
  @Post()
  @RequiresInstallation()
  @ApiCreatedResponse({ standardSchema: municipality })
  create(@TheCaller() caller: Caller, @Body({ schema: newMunicipality }) body: NewMunicipality) {
    return this.municipalities.create(caller, body);
  }

  /** The municipality: name, bounds and how many incidents the actor may count. */
  @Get(':code')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: municipality })
  get(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.municipalities.get(actor);
  }

  /** Categories with their sub-categories, in the municipality's own order. */
  @Get(':code/categories')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: z.array(category) })
  categories(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.municipalities.categories(actor);
  }

  /** The organisations of the cooperation. */
  @Get(':code/organisations')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: z.array(organisation) })
  organisations(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.municipalities.organisations(actor);
  }

  /** Adds an organisation; what it may see follows from its kind. */
  @Post(':code/organisations')
  @Requires('municipality:administer')
  @ApiCreatedResponse({ standardSchema: organisation })
  createOrganisation(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newOrganisation }) body: NewOrganisation,
  ) {
    return this.municipalities.createOrganisation(actor, body);
  }

  /** The areas as GeoJSON. */
  @Get(':code/areas')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: featureCollection })
  areas(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.municipalities.areas(actor);
  }

  /** Adds areas from GeoJSON; one with a name that exists gets the new shape. */
  @Post(':code/areas')
  @Requires('municipality:administer')
  @ApiCreatedResponse({ standardSchema: featureCollection })
  addAreas(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Body({ schema: newAreas }) body: { areas: unknown },
  ) {
    return this.municipalities.addAreas(actor, body.areas);
  }

  /** The named places. */
  @Get(':code/places')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: z.array(place) })
  places(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.municipalities.places(actor);
  }

  /** Finds places, addresses, streets and areas by words, or what is near a position. */
  @Get(':code/place-search')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: z.array(foundPlace) })
  findPlaces(
    @Param('code', code) _code: string,
    @TheActor() actor: Actor,
    @Query({ schema: placeSearch }) query: PlaceSearch,
  ) {
    return this.municipalities.findPlaces(actor, query);
  }

  /** The quiet map beneath everything, as layers of GeoJSON. */
  @Get(':code/base-map')
  @Requires('municipality:read')
  @ApiOkResponse({ standardSchema: baseMap })
  baseMap(@Param('code', code) _code: string, @TheActor() actor: Actor) {
    return this.municipalities.baseMap(actor);
  }
}
