"""scikit-learn's side of the benchmark: `run` answers milliseconds and the peak of memory in MB, `end` writes the labels."""
import sys
import time

import numpy
from sklearn.cluster import DBSCAN

points, labels_path, eps, min_points = sys.argv[1:5]
both = numpy.fromfile(points, dtype=numpy.float64)
xy = numpy.ascontiguousarray(both.reshape(2, -1).T)
del both
labels = None


def peak_megabytes():
    return int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024


for word in sys.stdin:
    if word.strip() == "run":
        start = time.perf_counter()
        labels = DBSCAN(eps=float(eps), min_samples=int(min_points), n_jobs=1).fit(xy).labels_
        print((time.perf_counter() - start) * 1000, peak_megabytes(), flush=True)
    else:
        labels.astype(numpy.int32).tofile(labels_path)
        print("written", flush=True)
