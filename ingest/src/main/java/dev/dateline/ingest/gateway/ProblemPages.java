package dev.dateline.ingest.gateway;

import java.util.Map;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, in the form in which the gateway does. */
final class ProblemPages extends ErrorHandler {
    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        GatewayHandler.write(response, callback, Answer.problem(code, detail(code, message), Map.of()));
    }

    private static String detail(int code, String message) {
        if (code == HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 || code == HttpStatus.URI_TOO_LONG_414) {
            return "the headers, or the path, are larger than " + Gateway.HEADER_BYTES + " bytes; shorten them";
        }
        if (code >= HttpStatus.INTERNAL_SERVER_ERROR_500) {
            return "the gateway failed, and its log says why; send it again later";
        }
        return "the request is not HTTP that is taken here: " + message;
    }
}
