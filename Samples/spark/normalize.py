"""Runs biaoge over a corpus with Apache Spark: the same rows as `biaoge normalize`, on as many machines as there are.

    spark-submit Samples/spark/normalize.py INPUT --output FOLDER [--biaoge PATH] [--text FIELD --name FIELD]

INPUT is a folder of documents, or a Parquet (.parquet) or JSON-lines (.jsonl, .ndjson, also .gz) corpus with a field for the text
and one for the name. Spark cuts it into partitions; each partition is piped through one `biaoge worker` (JSON lines in, JSON lines out). A
document that crashes or runs over a limit is a line of FOLDER/failures, not a failed task. On a cluster, `biaoge` must be on every
machine (spark-submit --files biaoge puts it there; then say --biaoge ./biaoge), and INPUT and FOLDER on storage that all of them see.

Written: FOLDER/values (CSV, the columns of values.csv) and FOLDER/failures (CSV: source, code, error).
"""

import argparse
import base64
import json
import shlex

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql.types import StringType, StructField, StructType

VALUES = ["source", "issuer", "year", "form", "part", "key", "row_label", "column_label", "value", "state", "raw", "place", "note"]
FAILURES = ["source", "code", "error"]


CORPORA = (".parquet", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def request(name, content):
    """The line that asks a worker for one document; one without content is a failure, and the worker says so."""
    line = {"id": name, "name": name}
    if content is not None:
        line["base64"] = base64.b64encode(content).decode()
    return json.dumps(line)


def folder(context, path, partitions):
    """The documents of a folder, as requests; their names are their paths below it."""
    files = context.binaryFiles(path, partitions)
    root = context._jvm.org.apache.hadoop.fs.Path(path)
    root = root.getFileSystem(context._jsc.hadoopConfiguration()).makeQualified(root).toString().rstrip("/") + "/"
    return files.map(lambda file: request(file[0].split(root, 1)[-1], file[1]))


def corpus(session, path, text, name):
    """The documents of a corpus, as requests."""
    frame = session.read.parquet(path) if path.endswith(".parquet") else session.read.json(path)
    return frame.select(name, text).rdd.map(lambda row: request(str(row[0]), None if row[1] is None else row[1].encode()))


def value_rows(answer):
    """The rows of values.csv for one answer."""
    if answer["ok"]:
        for value in answer["document"]["values"]:
            value = {**value, "source": answer["id"]}
            yield tuple("" if value.get(column) is None else str(value[column]) for column in VALUES)


def failure_rows(answer):
    """Why there are none."""
    if not answer["ok"]:
        yield (answer["id"], str(answer["code"]), answer["error"])


def write(session, rows, columns, path):
    schema = StructType([StructField(column, StringType()) for column in columns])
    frame = session.createDataFrame(rows, schema)
    frame.write.mode("overwrite").options(header=True, escape='"', emptyValue="", lineSep="\n").csv(path)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("input")
    arguments.add_argument("--output", required=True)
    arguments.add_argument("--biaoge", default="biaoge", help="the program on the machines that do the work")
    arguments.add_argument("--text", default="text", help="the field of a corpus that holds the text")
    arguments.add_argument("--name", default="name", help="the field of a corpus that holds the name")
    arguments.add_argument("--partitions", type=int, default=0)
    arguments = arguments.parse_args()

    session = SparkSession.builder.appName("biaoge").config("spark.hadoop.mapreduce.input.fileinputformat.input.dir.recursive", "true").getOrCreate()
    context = session.sparkContext
    if arguments.input.endswith(CORPORA):
        requests = corpus(session, arguments.input, arguments.text, arguments.name)
        if arguments.partitions:
            requests = requests.repartition(arguments.partitions)
    else:
        requests = folder(context, arguments.input, arguments.partitions or context.defaultParallelism)
    answers = requests.pipe(shlex.join([arguments.biaoge, "worker"]), checkCode=True).map(json.loads).persist(StorageLevel.MEMORY_AND_DISK)
    write(session, answers.flatMap(value_rows), VALUES, arguments.output + "/values")
    write(session, answers.flatMap(failure_rows), FAILURES, arguments.output + "/failures")
    session.stop()


if __name__ == "__main__":
    main()
