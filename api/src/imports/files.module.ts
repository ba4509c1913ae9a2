import { Module } from '@nestjs/common';
import { FeatureFilesService } from './feature-files.service.js';

@Module({ providers: [FeatureFilesService], exports: [FeatureFilesService] })
export class FilesModule {}
