# One image for every process of Dateline. It holds what the build made, so build first:
#   mvn package            (or any ./dateline command, which builds what is missing)
#   docker build -t dateline:0.1.0 .
# It is also what docker-compose.yml builds and runs.
FROM eclipse-temurin:17-jre

# A number, so that an orchestrator can see that it is not root; any other user works as well.
# State of the Streams applications lies under /var/lib/dateline: mount a volume there to recover faster.
RUN mkdir -p /opt/dateline/lib /wire /var/lib/dateline && chmod 1777 /wire /var/lib/dateline
COPY app/target/lib/ /opt/dateline/lib/
COPY app/target/dateline-app-*.jar /opt/dateline/lib/

USER 1000:1000
WORKDIR /var/lib/dateline
ENV DATELINE_DATA_DIR=/var/lib/dateline

# Java itself is process 1 and gets the signal to stop. The heap is a share of the container's memory, because RocksDB,
# buffers and the JVM need the rest; JDK_JAVA_OPTIONS changes it.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8", "-Duser.timezone=UTC", \
    "-cp", "/opt/dateline/lib/*", "dev.dateline.app.Dateline"]
CMD ["--help"]
