import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiConflictResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';
import { Requires, TheActor } from '../access/requires.js';
import type { Actor } from '../app/database.js';
import { type Language, TheLanguage } from '../app/language.js';
import { MeetingDecisionsService } from './meeting-decisions.service.js';
import { MeetingItemsService } from './meeting-items.service.js';
import { MeetingNotesService } from './meeting-notes.service.js';
import { MeetingPicturesService } from './meeting-pictures.service.js';
import { meeting, note } from './meeting.schema.js';
import {
  type AttendanceChange,
  attendanceChange,
  type ItemChange,
  itemChange,
  type NewDecision,
  newDecision,
  type NewEscalation,
  newEscalation,
  type NewItem,
  newItem,
  type NewParticipant,
  newParticipant,
  type NewPicture,
  newPicture,
  type NewPriorities,
  newPriorities,
  type NoteChange,
  noteChange,
  noteConflict,
  noteHistory,
} from './meeting-part.schema.js';
import { MeetingsService } from './meetings.service.js';

const code = { schema: municipalityCode };
const id = { schema: z.uuid() };

@ApiTags('meetings')
@Controller('api/v1/municipalities/:code/meetings/:id')
export class MeetingPartsController {
  constructor(
    private readonly meetings: MeetingsService,
    private readonly items: MeetingItemsService,
    private readonly notes: MeetingNotesService,
    private readonly decisions: MeetingDecisionsService,
    private readonly pictures: MeetingPicturesService,
  ) {}

  /** Adds an item to the agenda. */
  @Post('items')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meeting })
  addItem(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newItem }) body: NewItem,
  ) {
    return this.after(this.items.add(actor, meetingId, body), { actor, meetingId, language });
  }

  /** Changes an item’s heading or its place. */
  @Patch('items/:item')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  changeItem(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('item', id) itemId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: itemChange }) body: ItemChange,
  ) {
    return this.after(this.items.change(actor, meetingId, itemId, body), { actor, meetingId, language });
  }

  /** Takes away an item at which nothing was written or decided. */
  @Delete('items/:item')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  removeItem(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('item', id) itemId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.after(this.items.remove(actor, meetingId, itemId), { actor, meetingId, language });
  }

  /** Adds somebody who takes part, by function. */
  @Post('participants')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meeting })
  addParticipant(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newParticipant }) body: NewParticipant,
  ) {
    return this.after(this.items.addParticipant(actor, meetingId, body), { actor, meetingId, language });
  }

  /** Says whether somebody is there. */
  @Put('participants/:participant')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  setAttendance(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('participant', id) participantId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: attendanceChange }) body: AttendanceChange,
  ) {
    return this.after(this.items.setAttendance(actor, meetingId, participantId, body), { actor, meetingId, language });
  }

  /** Takes away a participant. */
  @Delete('participants/:participant')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  removeParticipant(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('participant', id) participantId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.after(this.items.removeParticipant(actor, meetingId, participantId), { actor, meetingId, language });
  }

  /** Every text that an item’s note has had, newest first. */
  @Get('notes/:item')
  @Requires('meeting:read')
  @ApiOkResponse({ standardSchema: noteHistory })
  noteHistory(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('item', id) itemId: string,
    @TheActor() actor: Actor,
  ) {
    return this.notes.history(actor, meetingId, itemId);
  }

  /** Writes an item’s note from the revision that was read. What others wrote meanwhile is merged; where it overlaps, 409 carries both texts and nothing is stored. */
  @Patch('notes/:item')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: note })
  @ApiConflictResponse({ standardSchema: noteConflict })
  writeNote(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('item', id) itemId: string,
    @TheActor() actor: Actor,
    @Body({ schema: noteChange }) body: NoteChange,
  ) {
    return this.notes.write(actor, meetingId, itemId, body);
  }

  /** Decides: an action with who and when, and the map that was looked at. */
  @Post('decisions')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meeting })
  decide(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newDecision }) body: NewDecision,
  ) {
    return this.after(this.decisions.decide(actor, meetingId, body), { actor, meetingId, language });
  }

  /** Tells the police’s picture: a line, and an area if there is one; what is not to be kept is gone when the meeting closes. */
  @Post('pictures')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meeting })
  tell(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newPicture }) body: NewPicture,
  ) {
    return this.after(this.pictures.tell(actor, meetingId, body), { actor, meetingId, language });
  }

  /** Takes back a picture that was told. */
  @Delete('pictures/:picture')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  forget(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @Param('picture', id) pictureId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
  ) {
    return this.after(this.pictures.forget(actor, meetingId, pictureId), { actor, meetingId, language });
  }

  /** Sets the order of focus for the coming week. */
  @Put('priorities')
  @Requires('meeting:write')
  @ApiOkResponse({ standardSchema: meeting })
  setPriorities(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newPriorities }) body: NewPriorities,
  ) {
    return this.after(this.pictures.setPriorities(actor, meetingId, body), { actor, meetingId, language });
  }

  /** Lifts something to fördjupad EST or to the steering group. */
  @Post('escalations')
  @Requires('meeting:write')
  @ApiCreatedResponse({ standardSchema: meeting })
  escalate(
    @Param('code', code) _code: string,
    @Param('id', id) meetingId: string,
    @TheActor() actor: Actor,
    @TheLanguage() language: Language,
    @Body({ schema: newEscalation }) body: NewEscalation,
  ) {
    return this.after(this.pictures.escalate(actor, meetingId, body), { actor, meetingId, language });
  }

  private async after(
    work: Promise<void>,
    { actor, meetingId, language }: { actor: Actor; meetingId: string; language: Language },
  ) {
    await work;
    return this.meetings.get(actor, meetingId, language);
  }
}
