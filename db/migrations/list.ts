import { Access1000000000001 } from './0001-access.js';
import { Place1000000000002 } from './0002-place.js';
import { Incident1000000000003 } from './0003-incident.js';
import { Hotspot1000000000004 } from './0004-hotspot.js';
import { Analysis1000000000005 } from './0005-analysis.js';
import { Baseline1000000000006 } from './0006-baseline.js';
import { Device1000000000007 } from './0007-device.js';
import { Files1000000000008 } from './0008-files.js';
import { Review1000000000009 } from './0009-review.js';
import { Coverage1000000000010 } from './0010-coverage.js';
import { Feed1000000000011 } from './0011-feed.js';
import { Reminder1000000000012 } from './0012-reminder.js';
import { Action1000000000013 } from './0013-action.js';
import { Work1000000000014 } from './0014-work.js';
import { Meeting1000000000015 } from './0015-meeting.js';
import { Situation1000000000016 } from './0016-situation.js';
import { Wheel1000000000017 } from './0017-wheel.js';
import { View1000000000018 } from './0018-view.js';
import { AreaRating1000000000019 } from './0019-area-rating.js';

/** Every migration, oldest first. A released one is never edited. */
export const migrations = [
  Access1000000000001,
  Place1000000000002,
  Incident1000000000003,
  Hotspot1000000000004,
  Analysis1000000000005,
  Baseline1000000000006,
  Device1000000000007,
  Files1000000000008,
  Review1000000000009,
  Coverage1000000000010,
  Feed1000000000011,
  Reminder1000000000012,
  Action1000000000013,
  Work1000000000014,
  Meeting1000000000015,
  Situation1000000000016,
  Wheel1000000000017,
  View1000000000018,
  AreaRating1000000000019,
];
