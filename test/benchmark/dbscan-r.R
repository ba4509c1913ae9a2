# R dbscan's side of the benchmark: `run` answers milliseconds and the peak of memory in MB, `end` writes the labels.
suppressMessages(library(dbscan))

words <- commandArgs(trailingOnly = TRUE)
both <- readBin(words[1], "double", n = file.size(words[1]) / 8)
xy <- matrix(both, ncol = 2)
rm(both)
labels <- NULL

peak_megabytes <- function() {
  status <- readLines("/proc/self/status")
  as.numeric(gsub("[^0-9]", "", grep("^VmHWM", status, value = TRUE))) / 1024
}

input <- file("stdin", "r")
while (length(word <- readLines(input, 1)) > 0) {
  if (word == "run") {
    start <- proc.time()[["elapsed"]]
    labels <- dbscan(xy, eps = as.numeric(words[3]), minPts = as.integer(words[4]))$cluster
    cat((proc.time()[["elapsed"]] - start) * 1000, peak_megabytes(), "\n")
  } else {
    # R calls noise 0 and counts from 1
    writeBin(as.integer(labels) - 1L, words[2], size = 4)
    cat("written\n")
  }
  flush(stdout())
}
